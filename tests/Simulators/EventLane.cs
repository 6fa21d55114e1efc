namespace Workbench.Simulators;

/// <summary>The way of an account's events to its streams, where they may be doubled or swapped on demand.</summary>
public sealed class EventLane(Faults faults)
{
    readonly Lock gate = new();
    readonly List<(object Owner, Action<string> Sink)> sinks = [];
    string? held;

    /// <summary>How many streams listen.</summary>
    public int Listeners
    {
        get
        {
            lock (gate)
            {
                return sinks.Count;
            }
        }
    }

    public void Join(object owner, Action<string> sink)
    {
        lock (gate)
        {
            sinks.Add((owner, sink));
        }
    }

    public void Leave(object owner)
    {
        lock (gate)
        {
            sinks.RemoveAll(each => each.Owner == owner);
        }
    }

    /// <summary>Tells an event of an order.</summary>
    public void Order(string text, bool isFill)
    {
        lock (gate)
        {
            if (held is null && faults.Take(FaultKind.OutOfOrderStatus))
            {
                held = text;
                return;
            }

            Tell(text);
            if (isFill && faults.Take(FaultKind.DuplicateFill))
            {
                Tell(text);
            }

            Release();
        }
    }

    /// <summary>Tells any other event.</summary>
    public void Other(string text)
    {
        lock (gate)
        {
            Tell(text);
        }
    }

    /// <summary>Lets go an event that was held back for one that never came.</summary>
    public void Release()
    {
        lock (gate)
        {
            if (held is { } late)
            {
                held = null;
                Tell(late);
            }
        }
    }

    void Tell(string text)
    {
        foreach (var (_, sink) in sinks)
        {
            sink(text);
        }
    }
}
