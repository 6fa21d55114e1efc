namespace Workbench.Platform.Resilience;

/// <summary>The failures of the last five minutes, of all venues; the oldest give way when there are too many. For all threads.</summary>
/// <param name="time">The clock.</param>
public sealed class RecentFailures(TimeProvider time)
{
    /// <summary>Most that are kept.</summary>
    public const int Most = 1000;

    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    readonly Queue<CallFailure> kept = [];
    readonly Lock changing = new();

    /// <summary>Keeps a failure that happens now.</summary>
    public void Add(string venue, string call, FailureKind kind, string text)
    {
        lock (changing)
        {
            kept.Enqueue(new(venue, call, time.GetUtcNow().UtcDateTime, kind, text));
            Forget();
        }
    }

    /// <summary>Those of the last five minutes, the oldest first.</summary>
    public IReadOnlyList<CallFailure> List()
    {
        lock (changing)
        {
            Forget();
            return [.. kept];
        }
    }

    void Forget()
    {
        var from = time.GetUtcNow().UtcDateTime - Span;
        while (kept.TryPeek(out var oldest) && (oldest.When < from || kept.Count > Most))
        {
            kept.Dequeue();
        }
    }
}
