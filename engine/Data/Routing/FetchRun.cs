using System.Net.Sockets;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>One fetch on its way through the sources: whom to ask next, and what is said of those that failed.</summary>
sealed class FetchRun(Router router, SourceLog log, WantedTime time, DataWant want)
{
    readonly Dictionary<string, ProviderException> failed = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, string> why = new(StringComparer.Ordinal);
    string? unsaid;

    public DataWant Want => want;

    /// <summary>Whether nobody is left to finish a day that he began.</summary>
    public bool TakesOver { get; init; }

    /// <summary>Why what is missing is missing, a sentence for each source.</summary>
    public IReadOnlyList<string> Why => [.. why.Values];

    /// <summary>The source to ask next and for what; null where there is none, or nothing is open any more.</summary>
    public (Source Source, TimeRanges Part)? Next()
    {
        var next = time.Open.IsEmpty ? null : Choose();
        if (unsaid is { } sentence)
        {
            log.Write(sentence.Replace("{next}", next is var (source, _) ? $"asked {source.Name} instead" : time.Open.IsEmpty ? "all was there already" : $"nobody else has {RouteErrors.Words(want)}", StringComparison.Ordinal));
            unsaid = null;
        }

        return next;
    }

    /// <summary>Notes that a source answered.</summary>
    public void Answered(Source source)
    {
        failed.Remove(source.Name);
        if (router.Health.Answered(source.Name))
        {
            log.Write($"{source.Name} is back");
        }
    }

    /// <summary>Whether somebody whom the user likes better has rested long enough to go on from an instant.</summary>
    public bool MayReturn(Source from, long instant) => router.Sources.TakeWhile(source => source != from)
        .Any(source => router.Health.Of(source.Name) is { Failure: not null } health && !health.IsResting(router.Health.Now)
            && time.MayHave(source.Name, instant) && source.Provider.Refusal(want) is null);

    /// <summary>Notes what came of asking a source.</summary>
    public void Ended(LegEnd end)
    {
        var (name, open) = (end.Source.Name, time.Open);
        time.Gave(name, end.Done);
        time.Lacks(name, end.Lacking);
        if (end.Failure is { } failure)
        {
            Failed(name, failure);
        }
        else if (!end.Lacking.IsEmpty)
        {
            why[name] = $"{name} does not have {end.Lacking.Within(open)}";
            unsaid = $"{name} does not have {RouteErrors.Words(want)} of {end.Lacking.Within(open)}: {{next}}";
        }
        else if (end.Done.IsEmpty)
        {
            // It gave nothing and said nothing of it; asking again would never end.
            time.Lacks(name, open);
        }
    }

    void Failed(string name, ProviderException failure)
    {
        failed[name] = failure;
        var health = router.Health.Failed(name, failure);
        var reason = ReasonOf(name, failure);
        why[name] = $"{name} {RouteErrors.Verb(failure.Failure)} ({reason}), it is tried again at {RouteErrors.Clock(health.RetryAt)}";
        unsaid = $"{name} {RouteErrors.Verb(failure.Failure)} ({reason}): {{next}}; {name} is tried again at {RouteErrors.Clock(health.RetryAt)}";
    }

    (Source Source, TimeRanges Part)? Choose()
    {
        var candidates = router.Candidates(want with { Range = time.Open.Hull });
        foreach (var candidate in candidates)
        {
            if (MayAsk(candidate) && time.PartOf(candidate.Source.Name, other => !TakesOver && candidates.Any(each => each.Source.Name == other && MayAsk(each) && !each.Health.IsResting(router.Health.Now))) is { IsEmpty: false } part)
            {
                return (candidate.Source, part);
            }
        }

        return null;
    }

    bool MayAsk(Candidate candidate)
    {
        var (name, now) = (candidate.Source.Name, router.Health.Now);
        if (candidate.Refusal is { } refusal)
        {
            why[name] = refusal;
            return false;
        }

        if (candidate.Health.IsClosed(now))
        {
            why.TryAdd(name, $"{name} may not be asked before {RouteErrors.Clock(candidate.Health.RetryAt)} ({candidate.Health.LastError.TrimEnd('.')})");
            return false;
        }

        return !failed.ContainsKey(name) || !candidate.Health.IsResting(now);
    }

    /// <summary>The failure in a few words, without the source's name in front, which is said already.</summary>
    static string ReasonOf(string name, ProviderException failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused",
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its address is not known",
                    _ => "no connection",
                };
            }
        }

        var text = failure.Message.TrimEnd('.');
        return text.StartsWith(name + " ", StringComparison.Ordinal) ? text[(name.Length + 1)..] : text;
    }
}
