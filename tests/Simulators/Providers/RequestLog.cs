namespace Workbench.Simulators.Providers;

/// <summary>All calls that came, so that a test can prove what was asked, how often, and where the key was shown.</summary>
public sealed class RequestLog
{
    readonly Lock gate = new();
    readonly List<RequestEntry> entries = [];
    readonly Dictionary<string, int> answered = [];
    int came;

    /// <summary>The calls, in the order they came.</summary>
    public IReadOnlyList<RequestEntry> All
    {
        get
        {
            lock (gate)
            {
                return [.. entries];
            }
        }
    }

    /// <summary>Forgets the calls. What was spent of a day's budget stays spent.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    internal RequestEntry Open(DateTimeOffset at, string target, string keyIn)
    {
        lock (gate)
        {
            var entry = new RequestEntry(++came, at, target, keyIn);
            entries.Add(entry);
            return entry;
        }
    }

    internal void Close(RequestEntry ended)
    {
        lock (gate)
        {
            if (entries.FindIndex(each => each.Number == ended.Number) is var at and >= 0)
            {
                entries[at] = ended;
            }
        }
    }

    /// <summary>Takes one call off a day's budget; false where nothing is left of it.</summary>
    internal bool Spend(DateTimeOffset now, int? budget)
    {
        var day = now.UtcDateTime.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        lock (gate)
        {
            var spent = answered.GetValueOrDefault(day);
            answered[day] = spent + 1;
            return budget is null || spent < budget;
        }
    }
}
