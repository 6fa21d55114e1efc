namespace Workbench.Simulators;

/// <summary>The faults that are armed. Who meets one takes it; when all are taken, the venue is sound again.</summary>
public sealed class Faults
{
    readonly Lock gate = new();
    readonly Dictionary<(FaultKind, string), Fault> armed = [];

    /// <summary>Told of each fault that is armed, for those which happen at once.</summary>
    public event Action<Fault>? Armed;

    /// <summary>Told when all faults are cleared.</summary>
    public event Action? Cleared;

    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (gate)
            {
                return [.. armed.Values.OrderBy(fault => fault.Kind)];
            }
        }
    }

    /// <summary>Arms a fault, in place of one of its kind that is still armed.</summary>
    public void Arm(FaultKind kind, int count = 1, int value = 0) => Arm(new Fault(kind, count, value));

    public void Arm(Fault fault)
    {
        lock (gate)
        {
            armed[(fault.Kind, fault.Name)] = fault;
        }

        Armed?.Invoke(fault);
    }

    /// <summary>Whether a fault is armed that is not used up, and its figure.</summary>
    public bool Holds(FaultKind kind, int otherwise, out int value)
    {
        lock (gate)
        {
            var holds = armed.TryGetValue((kind, ""), out var fault);
            value = fault is null or { Value: 0 } ? otherwise : fault.Value;
            return holds;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            armed.Clear();
        }

        Cleared?.Invoke();
    }

    /// <summary>Whether the fault is due, in which case it is used up once.</summary>
    public bool Take(FaultKind kind, string name = "") => Take(kind, 0, out _, name);

    /// <summary>As above, with the fault's figure.</summary>
    public bool Take(FaultKind kind, int otherwise, out int value, string name = "")
    {
        lock (gate)
        {
            value = otherwise;
            if (!armed.Remove((kind, name), out var fault) || fault.Count <= 0)
            {
                return false;
            }

            if (fault.After > 0)
            {
                armed[(kind, name)] = fault with { After = fault.After - 1 };
                return false;
            }

            value = fault.Value == 0 ? otherwise : fault.Value;
            if (fault.Count > 1)
            {
                armed[(kind, name)] = fault with { Count = fault.Count - 1 };
            }

            return true;
        }
    }
}
