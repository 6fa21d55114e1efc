using System.Net;

namespace Workbench.Scripting.Notebooks;

/// <summary>PUB: sends each message to the peers that subscribed to a beginning of its first part.</summary>
sealed class PublisherSocket(string name, IPEndPoint at, ZmtpLimits limits, DropLog log) : ZmtpSocket(name, at, limits, log)
{
    readonly Lock gate = new();
    readonly Dictionary<ZmtpConnection, List<byte[]>> topics = [];

    public override string Type => "PUB";

    public override IReadOnlyList<string> Partners { get; } = ["SUB", "XSUB"];

    /// <summary>Sends a message. In the order of the calls, as each peer sees it.</summary>
    public void Publish(IReadOnlyList<byte[]> parts)
    {
        var encoded = ZmtpWire.Encode(parts);
        lock (gate)
        {
            foreach (var (peer, wanted) in topics)
            {
                if (wanted.Exists(topic => parts[0].AsSpan().StartsWith(topic)))
                {
                    peer.Send(encoded);
                }
            }
        }
    }

    /// <summary>Before ZMTP 3.1 subscriptions come as messages that begin with 1, or with 0 to end them.</summary>
    public override ValueTask Received(ZmtpConnection from, IReadOnlyList<byte[]> parts)
    {
        switch (parts[0])
        {
            case [1, .. var topic] when parts.Count == 1:
                Subscribe(from, topic);
                break;
            case [0, .. var topic] when parts.Count == 1:
                Cancel(from, topic);
                break;
            default:
                Refuse("a message to a socket that only sends");
                break;
        }

        return ValueTask.CompletedTask;
    }

    public override void Subscribe(ZmtpConnection peer, byte[] topic)
    {
        lock (gate)
        {
            var wanted = topics.TryGetValue(peer, out var known) ? known : topics[peer] = [];
            ZmtpWire.Require(wanted.Count < Limits.MostTopics, "a peer has too many subscriptions");
            wanted.Add(topic);
        }
    }

    /// <summary>Ends one of its subscriptions; who subscribed twice must cancel twice.</summary>
    public override void Cancel(ZmtpConnection peer, byte[] topic)
    {
        lock (gate)
        {
            if (topics.TryGetValue(peer, out var wanted) && wanted.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is >= 0 and var at)
            {
                wanted.RemoveAt(at);
            }
        }
    }

    protected override void Gone(ZmtpConnection peer)
    {
        lock (gate)
        {
            topics.Remove(peer);
        }
    }
}
