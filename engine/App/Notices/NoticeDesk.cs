using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What is told beside live prices: one hand asks the sources for what is new and stores it, the other looks at what is stored and puts it into the queue. Neither is
/// the session's thread, so that a source that is slow, limited or gone delays no price and no order.
/// </summary>
sealed class NoticeDesk : IDisposable
{
    static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LongestBreath = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    readonly IReadOnlyList<ToldStream> streams;
    readonly IReadOnlyList<NoticePoll> polls;
    readonly Dictionary<ToldStream, NoticePoll> pollOf = [];
    readonly NoticeWatch watch;
    readonly Terminal terminal;
    readonly TimeSpan? every;
    readonly CancellationTokenSource over = new();
    readonly Task hands;

    NoticeDesk(IHistory history, RunningSession session, IReadOnlyList<ToldStream> streams, SourceRoom? sources, SessionRequest request, Terminal terminal)
    {
        (this.streams, this.terminal) = (streams, terminal);
        every = request.AskEveryNanos > 0 ? TimeSpan.FromTicks(request.AskEveryNanos / 100) : null;
        Queue = new NoticeQueue([.. streams.Select(told => SessionInstrument.NumberOf(told.Instrument.Symbol, session.Built.Instruments))], session.Told);
        var from = session.Built.Header.LiveNanos;
        watch = new NoticeWatch(history, streams, Queue, from);
        var askers = streams.Where(told => told.Asked is not null).ToList();
        foreach (var told in askers)
        {
            pollOf[told] = new NoticePoll(told, sources!.FetchThrough(told.Asked!, (ParquetLake)history, static _ => { }), sources, from, session.Recorder.Last)
            {
                Every = every,
                Askers = askers.Count,
                Failed = terminal.Warn,
                Recovered = terminal.Progress,
            };
        }

        polls = [.. pollOf.Values];
        watch.Look();
        WarnOfEmptyCalendars();
        hands = Task.WhenAll(Repeat(LookInterval, () => Task.Run(watch.Look)), Repeat(every < LongestBreath ? every.Value : LongestBreath, Ask));
    }

    /// <summary>What waits to be told.</summary>
    public NoticeQueue Queue { get; }

    /// <summary>How it goes with each stream.</summary>
    public IReadOnlyList<NoticeFigures> Figures => [.. streams.Select((told, i) =>
        (pollOf.TryGetValue(told, out var poll) ? poll.Figures : new NoticeFigures(told.Instrument.Symbol, told.Kind, 0, 0, 0, 0, null, "")) with { Told = Queue.Told(i), Waiting = Queue.Waiting(i) })];

    /// <summary>Begins: what is stored is in the queue when this returns.</summary>
    /// <param name="history">Where notices are stored.</param>
    /// <param name="session">Who is told.</param>
    /// <param name="streams">What it is told.</param>
    /// <param name="sources">Who is asked; null where nobody is.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="terminal">Where trouble is said.</param>
    public static NoticeDesk Open(IHistory history, RunningSession session, IReadOnlyList<ToldStream> streams, SourceRoom? sources, SessionRequest request, Terminal terminal)
    {
        var desk = new NoticeDesk(history, session, streams, sources, request, terminal);
        session.Notices = () => desk.Figures;
        return desk;
    }

    public void Dispose()
    {
        over.Cancel();
        hands.Wait(Farewell);
        over.Dispose();
    }

    async Task Ask()
    {
        foreach (var poll in polls)
        {
            if (poll.IsDue)
            {
                await poll.Ask(over.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does something again and again until the session is over.</summary>
    async Task Repeat(TimeSpan pause, Func<Task> work)
    {
        var isBroken = false;
        while (!over.IsCancellationRequested)
        {
            try
            {
                await work().ConfigureAwait(false);
                await Task.Delay(pause, over.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // Whatever is wrong here, money is at stake elsewhere: the session goes on. It is said once.
                if (!isBroken)
                {
                    terminal.Warn(VaultRoom.Secrets.Scrub($"what is told beside prices cannot be looked after: {broken.Message} The session goes on without."));
                }

                isBroken = true;
                await Task.Delay(LongestBreath).ConfigureAwait(false);
            }
        }
    }

    void WarnOfEmptyCalendars()
    {
        var calendars = streams.Select((told, i) => (told, i)).Where(each => each.told.Kind == DataKind.Calendar).ToList();
        if (calendars.Count > 0 && calendars.TrueForAll(each => Queue.Waiting(each.i) == 0))
        {
            terminal.Warn("no calendar is stored of the time to come: what is imported meanwhile is told (./run.sh data import WEEK.csv --format forexfactory-csv)");
        }
    }
}
