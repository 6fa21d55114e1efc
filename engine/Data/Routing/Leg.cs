using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>
/// Asks one source for its pieces, several at once and in the order of time. It stops at the first failure, and at the turn of a day when
/// somebody better has recovered; what was on its way then still counts.
/// </summary>
sealed class Leg(Source source, Stage stage, TimeProvider time, Action<FetchProgress> show)
{
    /// <summary>A source that lacks so many pieces in a row and gave none does not have the instrument.</summary>
    const int NeverThere = 5;

    const int MostTries = 3;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    readonly List<Piece> fetched = [];
    readonly List<Piece> lacking = [];
    readonly long began = time.GetTimestamp();
    ProviderException? failure;
    int asked;
    int kept;
    long bytes;
    int total;

    /// <summary>Told of the first answer.</summary>
    public required Action Answered { get; init; }

    /// <summary>Whether somebody better could go on from this instant.</summary>
    public required Func<long, bool> MayReturn { get; init; }

    /// <summary>Fetches what is not there yet.</summary>
    /// <param name="want">What is wanted of it.</param>
    /// <param name="part">The time of it.</param>
    /// <param name="now">The present, UTC nanoseconds.</param>
    /// <param name="cancel">Ends it between two answers.</param>
    public async Task<LegEnd> Run(DataWant want, TimeRanges part, long now, CancellationToken cancel)
    {
        List<Piece> pieces = [.. part.SelectMany(range => source.Provider.Plan(want with { Range = range }, now)).DistinctBy(piece => piece.File).OrderBy(piece => piece.Range.From)];
        total = pieces.Count;
        List<Piece> missing = [.. pieces.Where(piece => !IsThere(piece, now))];
        Show();
        await Ask(missing, now, cancel).ConfigureAwait(false);
        var unplanned = part.Without(TimeRanges.Of(pieces.Select(piece => piece.Range)));
        var open = TimeRanges.Of(pieces.Except(fetched).Select(piece => piece.Range));
        return new LegEnd(source, fetched, unplanned.With(Lacking(missing)), failure, open) { Asked = asked, Kept = kept, Bytes = bytes };
    }

    bool IsThere(Piece piece, long now)
    {
        if (!piece.IsClosed(now) || stage.Find(piece) is not { } length)
        {
            return false;
        }

        fetched.Add(piece);
        kept++;
        bytes += length;
        return true;
    }

    async Task Ask(List<Piece> missing, long now, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = new List<Task<(Piece, byte[]?, ProviderException?)>>();
        try
        {
            for (var next = 0; next < missing.Count && !IsOver && (next == 0 || !Turns(missing[next - 1], missing[next])); next++)
            {
                running.Add(Fetch(missing[next], stop.Token));
                if (running.Count >= Math.Max(1, source.Provider.Profile.Parallel))
                {
                    await Settle(running, now, cancel).ConfigureAwait(false);
                }
            }

            while (running.Count > 0)
            {
                await Settle(running, now, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            // Whatever threw, nothing may go on behind it.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    bool IsOver => failure is not null || (fetched.Count == 0 && lacking.Count >= NeverThere);

    bool Turns(Piece before, Piece next) =>
        UtcNanos.Floor(before.Range.From, UtcNanos.Day) != UtcNanos.Floor(next.Range.From, UtcNanos.Day) && MayReturn(next.Range.From);

    async Task Settle(List<Task<(Piece, byte[]?, ProviderException?)>> running, long now, CancellationToken cancel)
    {
        var ended = await Task.WhenAny(running).ConfigureAwait(false);
        running.Remove(ended);
        var (piece, answer, why) = await ended.ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (answer is not null)
        {
            stage.Keep(piece, answer, piece.IsClosed(now));
            fetched.Add(piece);
            bytes += answer.Length;
            if (asked++ == 0)
            {
                Answered();
            }
        }
        else if (why!.Failure == ProviderFailure.NotThere)
        {
            lacking.Add(piece);
        }
        else if (failure is null || Weight(why) > Weight(failure))
        {
            failure = why;
        }

        Show();
    }

    // Several pieces fail at once, and what the first of them ran into explains the others: an open breaker explains nothing.
    static int Weight(ProviderException why) => why switch
    {
        { Failure: ProviderFailure.Unauthorized } => 4,
        { Failure: ProviderFailure.Limited, RetryAfter: not null } => 3,
        { Failure: ProviderFailure.Down } => 2,
        { Failure: ProviderFailure.Garbled } => 1,
        _ => 0,
    };

    async Task<(Piece, byte[]?, ProviderException?)> Fetch(Piece piece, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return (piece, await source.Provider.Fetch(piece, cancel).ConfigureAwait(false), null);
            }
            catch (ProviderException why) when (why.Failure == ProviderFailure.Garbled && tries < MostTries && !cancel.IsCancellationRequested)
            {
                // The pipeline repeats what never answered; that an answer is no answer is seen only here.
                await Task.Delay(FirstPause * tries, time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (ProviderException why)
            {
                return (piece, null, why);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return (piece, null, new ProviderException(ProviderFailure.Limited, "stopped"));
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException or NotSentException)
            {
                return (piece, null, new ProviderException(ProviderFailure.Down, $"{source.Name} gave no answer.", inner: broken));
            }
        }
    }

    // Where nothing came but word that it is not there, the pieces that were not asked for are not there either.
    TimeRanges Lacking(List<Piece> missing)
    {
        var isNever = failure is null && fetched.Count == 0 && lacking.Count >= NeverThere;
        return TimeRanges.Of((isNever ? missing : lacking).Select(piece => piece.Range)).WholeDays();
    }

    void Show() => show(new FetchProgress(source.Name, fetched.Count, total, asked, bytes, time.GetElapsedTime(began)));
}
