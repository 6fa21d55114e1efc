using System.Diagnostics;
using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;
using Workbench.Research;

namespace Workbench.App;

/// <summary>A session that is begun, or begun again: its journal open, its past replayed, its socket listening. Who feeds it is another's affair.</summary>
sealed class RunningSession : IDisposable
{
    const int AlertsKept = 100;

    readonly Workspace workspace;
    readonly RunStatistics statistics = new();
    readonly RunWriter writer;
    readonly ControlServer control;
    readonly Watchdog watchdog;
    readonly PerformanceMonitor performance;
    readonly Queue<RiskAlert> alerts = new();
    readonly Stopwatch watch = Stopwatch.StartNew();

    RunningSession(Workspace workspace, SessionFolder folder, SessionHeader header, Expectation? expected, Terminal terminal)
    {
        this.workspace = workspace;
        Folder = folder;
        writer = RunWriter.Begin(workspace, null, "session-" + Path.GetFileNameWithoutExtension(header.Scripts[0].Path), hasOrders: true);
        performance = new PerformanceMonitor(header.Id, expected);
        Built = BuiltSession.Of(workspace, header, folder.Path, new FanOut(new FanOut(statistics, writer), performance), terminal.Die);
        Inbox = new Inbox(Built.Instruments);
        Built.Sink.Filled = fill => Latency.Filled(in fill);
        Built.Sink.Ended = Latency.Ended;
        Built.Sink.Alerted = alert => Keep(alert, terminal);
        IsBegunAgain = Directory.Exists(folder.Journal);
        if (IsBegunAgain)
        {
            Past = Replayer.Run(folder, Built);
        }

        Told = Past?.Told ?? new NoticeMemory();
        Journal = new FileJournal(JournalWriter.Open(folder.Journal));
        Recorder = new Recorder(Journal);
        Built.Sink.Output = Recorder.Put;
        if (Past is { } past)
        {
            IsToldToEnd = past.WasToldToEnd;
            Recorder.GoOn(past.Inputs, past.Last);
            Recorder.Put(past.Unwritten.Span);
        }
        else
        {
            Recorder.Begin(header.ToJson());
            Built.Session.Start(header.StartNanos);
        }

        View = Built.Session.View() with { Reasons = ["beginning"] };
        control = new ControlServer(folder, Answer);
        watchdog = new Watchdog(Built.Session.Progress, TimeSpan.MaxValue, 4_096, terminal.Die);
    }

    /// <summary>Where it is kept.</summary>
    public SessionFolder Folder { get; }

    /// <summary>The session.</summary>
    public BuiltSession Built { get; }

    /// <summary>Where all comes in.</summary>
    public Inbox Inbox { get; }

    /// <summary>Its journal.</summary>
    public FileJournal Journal { get; }

    /// <summary>What writes it.</summary>
    public Recorder Recorder { get; }

    /// <summary>What was replayed, where it had been begun before.</summary>
    public Replayer? Past { get; }

    /// <summary>What it has been told of news, calendars and sentiment.</summary>
    public NoticeMemory Told { get; }

    /// <summary>How it goes with what it is told beside prices.</summary>
    public Func<IReadOnlyList<NoticeFigures>> Notices { get; set; } = static () => [];

    /// <summary>Whether it had been begun before.</summary>
    public bool IsBegunAgain { get; }

    /// <summary>Figures of order management.</summary>
    public LatencyMeter Latency { get; } = new();

    /// <summary>How it stood when it was looked at last.</summary>
    public SessionView View { get; set; }

    /// <summary>Whether it was told to end.</summary>
    public bool IsToldToEnd { get; private set; }

    /// <summary>When it was killed, by the machine's own clock; 0 where it was not.</summary>
    public long KilledTimestamp { get; private set; }

    /// <summary>Begins a new session.</summary>
    public static RunningSession Begin(Workspace workspace, SessionPlan plan, Expectation? expected, Terminal terminal)
    {
        var folder = new SessionFolder(Directory.CreateDirectory(Path.Combine(workspace.Sessions, plan.Header.Id)).FullName);
        return new RunningSession(workspace, folder, plan.Header, expected, terminal);
    }

    /// <summary>Goes on with one that did not end: all that its journal holds happens again first.</summary>
    public static RunningSession GoOn(Workspace workspace, SessionFolder folder, Expectation? expected, Terminal terminal) =>
        new(workspace, folder, Replayer.HeaderOf(folder), expected, terminal);

    /// <summary>A command, from the socket, a signal or a file; it goes through the Door like everything else.</summary>
    public void Command(OperatorCommand command, string why)
    {
        if (command == OperatorCommand.Kill && KilledTimestamp == 0)
        {
            KilledTimestamp = TimeProvider.System.GetTimestamp();
        }

        IsToldToEnd |= command is OperatorCommand.Stop or OperatorCommand.Kill;
        Inbox.Put(Input.Operator(command, why));
    }

    /// <summary>Ends it in order and writes its report.</summary>
    /// <param name="data">What its report says of its data.</param>
    public FinishedRun Finish(IReadOnlyList<DataIdentity> data)
    {
        var result = Built.Session.Finish(isPartial: false);
        Journal.Commit();
        var scripts = Built.Identities(workspace);
        var identity = new RunIdentity
        {
            RunId = writer.RunId,
            CreatedNanos = UtcNanos.From(DateTime.UtcNow),
            StrategyFile = scripts[0].File,
            StrategySha256 = scripts[0].Sha256,
            MoreScripts = [.. scripts.Skip(1)],
            EngineVersion = Backtest.EngineVersion,
            Parameters = scripts[0].Parameters,
            Data = data.Count > 0 ? data : [.. Built.Header.Streams.Select(stream => Heard(stream, result))],
            Command = Built.Header.Command,
            Warnings = [],
        };
        var timings = new RunTimings(0d, 0d, 0d, watch.Elapsed.TotalSeconds, 0d, watch.Elapsed.TotalSeconds);
        var finished = writer.Finish(statistics, result, Built.Config, identity, timings, Stopwatch.StartNew(), [.. Built.Scripts.Select(script => script.Path)]);
        View = Built.Session.View();
        File.WriteAllText(Folder.LastStatus, Status());
        File.WriteAllBytes(Folder.Performance, JsonText.Of(performance.Write));
        File.WriteAllText(Folder.EndedMark, result.EventLogHash + "\n");
        return finished;
    }

    public void Dispose()
    {
        watchdog.Dispose();
        control.Dispose();
        Journal.Dispose();
        writer.Dispose();
        performance.Dispose();
        Built.Dispose();
    }

    /// <summary>What a session heard of a stream, as a run names its data.</summary>
    internal static DataIdentity Heard(SessionStream stream, RunResult result) => new(
        stream.Instrument.Symbol, stream.Kind.ToString().ToLowerInvariant(), result.FirstEvent, result.LastEvent, result.Events, "", "live", 0);

    void Keep(RiskAlert alert, Terminal terminal)
    {
        lock (alerts)
        {
            alerts.Enqueue(alert);
            while (alerts.Count > AlertsKept)
            {
                alerts.Dequeue();
            }
        }

        if (alert.Level > RiskLevel.Info)
        {
            terminal.Warn($"{alert.Level}: {alert.Reason}");
        }
        else
        {
            terminal.Progress(alert.Reason);
        }
    }

    string Answer(ControlRequest request)
    {
        OperatorCommand? command = request.Verb switch
        {
            "pause" => OperatorCommand.Pause,
            "resume" => OperatorCommand.Resume,
            "flatten" => OperatorCommand.Flatten,
            "kill" => OperatorCommand.Kill,
            "stop" => OperatorCommand.Stop,
            _ => null,
        };
        if (command is { } known)
        {
            Command(known, request.Text);
            return ControlAnswer.Taken;
        }

        if (request.Verb != "status")
        {
            return ControlAnswer.Refused($"'{request.Verb}' is not understood");
        }

        return Status();
    }

    string Status()
    {
        lock (alerts)
        {
            return StatusDocument.Of(Built.Header, View, Latency, [.. alerts], performance, Notices());
        }
    }
}
