namespace Workbench.Simulators;

/// <summary>The streams that are open, for faults that meet them all.</summary>
public sealed class StreamList
{
    readonly Lock gate = new();
    readonly HashSet<StreamConnection> open = [];

    public StreamList(Faults faults) => faults.Armed += fault =>
    {
        if (fault.Kind == FaultKind.HeartbeatStop && faults.Take(FaultKind.HeartbeatStop))
        {
            ForEach(stream => stream.FallSilent());
        }
    };

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return open.Count;
            }
        }
    }

    public void Add(StreamConnection stream)
    {
        lock (gate)
        {
            open.Add(stream);
        }
    }

    public void Remove(StreamConnection stream)
    {
        lock (gate)
        {
            open.Remove(stream);
        }
    }

    public void ForEach(Action<StreamConnection> act)
    {
        StreamConnection[] all;
        lock (gate)
        {
            all = [.. open];
        }

        foreach (var stream in all)
        {
            act(stream);
        }
    }
}
