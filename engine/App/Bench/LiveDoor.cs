using Workbench.Brokers.Oanda;
using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>
/// Measures how long a live session takes from a tick that comes in to the order that leaves because of it: once with the journal on
/// disk before the order leaves, as sessions do it, and once with the journal handed to the system only, to tell the two apart.
/// </summary>
sealed class LiveDoor(Workspace workspace, Workload workload, string lake, string scripts)
{
    const int Ticks = 1_000_000;

    /// <summary>Runs it both ways.</summary>
    public Measure Run()
    {
        var tape = Heard();
        var begun = ProcessorTime.OfThisThread();
        var watch = TimeProvider.System.GetTimestamp();
        var (safe, orders, hash) = Run(tape, isSafe: true);
        var wall = TimeProvider.System.GetElapsedTime(watch);
        var cpu = ProcessorTime.OfThisThread() - begun;
        var (inSystem, _, _) = Run(tape, isSafe: false);
        return new Measure
        {
            Events = Ticks,
            LoopSeconds = wall.TotalSeconds,
            LoopCpuSeconds = cpu.TotalSeconds,
            Orders = orders,
            EventLogHash = hash,
            Also = new Dictionary<string, double>
            {
                ["onDiskMicrosP50"] = At(safe, 0.5),
                ["onDiskMicrosP99"] = At(safe, 0.99),
                ["onDiskMicrosMax"] = safe[^1],
                ["inSystemMicrosP50"] = At(inSystem, 0.5),
                ["inSystemMicrosP99"] = At(inSystem, 0.99),
                ["inSystemMicrosMax"] = inSystem[^1],
            },
        };
    }

    List<(long Time, long Bid, long Ask)> Heard()
    {
        var history = workspace.OpenLake(lake);
        using var cursor = history.Ticks(history.Instrument(workload.Tape.Request.Symbol), TimeRange.All);
        List<(long, long, long)> heard = [];
        var batch = new TickBatch { WantsSizes = false };
        while (heard.Count < Ticks && cursor.Read(batch))
        {
            for (var i = 0; i < batch.Count && heard.Count < Ticks; i++)
            {
                heard.Add((batch.Time[i], batch.Bid[i], batch.Ask[i]));
            }
        }

        return heard;
    }

    (double[] Micros, long Orders, string Hash) Run(IReadOnlyList<(long Time, long Bid, long Ask)> tape, bool isSafe)
    {
        var folder = Directory.CreateTempSubdirectory("workbench-door-").FullName;
        try
        {
            var header = Header(tape);
            using var built = BuiltSession.Of(workspace, header, folder, null, error => Environment.FailFast(error.Message));
            using var journal = new FileJournal(JournalWriter.Open(Path.Combine(folder, "journal")));
            var recorder = new Recorder(isSafe ? journal : new Unsynced(journal));
            built.Sink.Output = recorder.Put;
            recorder.Begin(header.ToJson());
            built.Session.Start(header.StartNanos);
            var micros = Drive(built.Session, recorder, journal, tape);
            return (micros, micros.Length, built.Session.Finish(isPartial: false).EventLogHash);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double[] Drive(Session session, Recorder recorder, FileJournal journal, IReadOnlyList<(long Time, long Bid, long Ask)> tape)
    {
        List<double> micros = [];
        List<VenueCommand> sent = [];
        long entered = 0;
        void Send(VenueCommand command)
        {
            micros.Add(TimeProvider.System.GetElapsedTime(entered).TotalMicroseconds);
            sent.Add(command);
        }

        for (var i = 0; i < Ticks; i++)
        {
            entered = TimeProvider.System.GetTimestamp();
            var (time, bid, ask) = tape[i];
            recorder.Take(session, Input.Tick(0, time, bid, ask, 1, 1), time);
            recorder.Release(session, Send);
            if (sent.Count > 0)
            {
                Answer(session, recorder, sent, time, ask);
            }

            if (i % 256 == 0)
            {
                journal.Write();
            }
        }

        micros.Sort();
        return [.. micros];
    }

    /// <summary>The venue fills everything at once.</summary>
    static void Answer(Session session, Recorder recorder, List<VenueCommand> sent, long time, long price)
    {
        foreach (var command in sent)
        {
            if (command.Request?.Value is { } request)
            {
                recorder.Take(session, Input.Report(new VenueReport(request.ClOrdId, ExecType.Trade, time)
                {
                    TradeId = request.ClOrdId, LastQty = request.OrderQty, LastPx = request.Instrument.FromRaw(price),
                }), time);
            }
        }

        sent.Clear();
    }

    SessionHeader Header(IReadOnlyList<(long Time, long Bid, long Ask)> tape)
    {
        var script = Path.Combine(scripts, workload.Script);
        return new SessionHeader
        {
            Id = "door",
            Key = "door",
            Mode = RunMode.Live,
            StartNanos = tape[0].Time,
            EngineVersion = Backtest.EngineVersion,
            Scripts = [new SessionScript(script, "", File.ReadAllText(script))],
            Streams = [new SessionStream(DataKind.Ticks, "", false, SessionInstrument.Of(workspace.OpenLake(lake).Instrument(workload.Tape.Request.Symbol)))],
            Cash = 1_000_000m,
            Currency = "USD",
            Seed = 1,
            Feed = "bench",
            Broker = "bench",
            Venue = OandaBroker.WhatItCan with { Rates = [] },
        };
    }

    static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    /// <summary>A journal whose records survive the process and not the machine.</summary>
    sealed class Unsynced(FileJournal journal) : IJournal
    {
        public void Append(ReadOnlySpan<byte> record) => journal.Append(record);

        public void Commit() => journal.Write();
    }
}
