using System.Net;

namespace Workbench.Scripting.Notebooks;

/// <summary>REP that gives back what it was given: how front ends see that the kernel's process lives, whatever its cells do.</summary>
sealed class HeartbeatSocket(string name, IPEndPoint at, ZmtpLimits limits, DropLog log) : ZmtpSocket(name, at, limits, log)
{
    public override string Type => "REP";

    public override IReadOnlyList<string> Partners { get; } = ["REQ", "DEALER"];

    public override ValueTask Received(ZmtpConnection from, IReadOnlyList<byte[]> parts)
    {
        from.Send(ZmtpWire.Encode(parts));
        return ValueTask.CompletedTask;
    }
}
