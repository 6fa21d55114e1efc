using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>How each source has been, kept across restarts: one that failed rests, and the longer the more often it fails.</summary>
/// <param name="folder">Where it is kept, usually data/sources.</param>
/// <param name="time">The clock.</param>
public sealed class HealthBook(string folder, TimeProvider time)
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    readonly StateFile<SortedDictionary<string, SourceHealth>> file =
        new(Path.Combine(folder, "health.json"), RoutingJson.Default.SortedDictionaryStringSourceHealth, new(StringComparer.Ordinal));

    /// <summary>Takes out of an error what nobody may read.</summary>
    public Func<string, string> Clean { get; init; } = static text => text;

    /// <summary>The present.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>How a source is.</summary>
    public SourceHealth Of(string source) => file.Read().GetValueOrDefault(source, SourceHealth.Good);

    /// <summary>Notes that a source failed. That it lacks something is no failure of its health.</summary>
    /// <returns>How it is now.</returns>
    public SourceHealth Failed(string source, ProviderException why) => Change(source, before =>
    {
        var failures = before.Failures + 1;
        var isBarred = why is { Failure: ProviderFailure.Limited, RetryAfter: not null };
        return before with
        {
            Failure = why.Failure,
            Failures = failures,
            IsBarred = isBarred,
            RetryAt = Now + (why.RetryAfter ?? PauseAfter(failures, why.Failure)),
            LastError = Clean(why.Message),
            LastErrorAt = Now,
        };
    });

    /// <summary>Notes that a source answered.</summary>
    /// <returns>Whether it had been unwell.</returns>
    public bool Answered(string source)
    {
        if (Of(source).Failure is null)
        {
            return false;
        }

        Change(source, before => before with { Failure = null, Failures = 0, IsBarred = false, RetryAt = null });
        return true;
    }

    // A key is mended by people, and they do not come every minute.
    static TimeSpan PauseAfter(int failures, ProviderFailure failure)
    {
        var pause = failure == ProviderFailure.Unauthorized ? LongestPause : FirstPause * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    SourceHealth Change(string source, Func<SourceHealth, SourceHealth> change) => file.Change(all =>
        new SortedDictionary<string, SourceHealth>(all, StringComparer.Ordinal) { [source] = change(all.GetValueOrDefault(source, SourceHealth.Good)) })[source];
}
