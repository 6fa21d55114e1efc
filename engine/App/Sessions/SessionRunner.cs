using Workbench.Core;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Platform.Resilience;

namespace Workbench.App;

/// <summary>Runs a paper or live session from its preflight to its report: the place where engine, journal, feed and venue are put together.</summary>
sealed class SessionRunner(Workspace workspace, Terminal terminal)
{
    /// <summary>Longest that a session waits, once it was told to end, for its orders to be cancelled and its positions to be closed.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    /// <summary>Longest that what was sent is waited for after a session broke off.</summary>
    static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(5);

    /// <summary>Longest that an answer of a source may take, repeats included.</summary>
    static readonly TimeSpan PatienceWithSources = TimeSpan.FromSeconds(30);

    /// <summary>Most that sessions may take on disk together, unless the variable says otherwise.</summary>
    const long MostGigabytes = 50;

    const string MostVariable = "WORKBENCH_JOURNALS_GB";

    readonly PromotionGuard guard = new(workspace, terminal.Warn, terminal.Die);

    /// <summary>Runs it to its end.</summary>
    public ExitCode Run(SessionRequest request, CancellationToken cancel)
    {
        guard.Check(request);
        if (request.Feed != "lake" && request.Run.Data.All(data => data.IsNotice))
        {
            throw CliErrors.NothingTraded(request.Run.Data[0].Symbol);
        }

        terminal.Progress(request.Mode == RunMode.Live ? "LIVE: preflight" : "PAPER: preflight");
        return request.Feed == "lake" ? OverLake(request, cancel) : OnLivePrices(request, cancel).GetAwaiter().GetResult();
    }

    ExitCode OverLake(SessionRequest request, CancellationToken cancel)
    {
        var history = workspace.OpenStore(request.Run.Lake);
        var preflight = new Preflight(terminal);
        var plan = SessionPlan.OverLake(workspace, request, history);
        preflight.Good("data", string.Join(", ", plan.Data.Select(data => FormattableString.Invariant($"{data.Instrument} {data.Count:N0} {data.Kind}"))));
        preflight.Good("orders", "matched by the engine: nothing leaves this machine");
        preflight.Pass();
        using var session = Open(request, plan);
        using var screen = new LiveScreen(terminal, session);
        using var signal = new KillSignal(session);
        var (taken, skip, hasEnded) = (0L, session.Past?.FeedInputs ?? 0, true);
        try
        {
            using var feed = new LakeFeed(history, session.Built.Header.Streams, session.Built.Instruments, plan.Range);
            feed.Run((input, time) =>
            {
                if (taken++ < skip)
                {
                    return;
                }

                Obey(session, time);
                if (session.IsToldToEnd)
                {
                    throw new OperationCanceledException();
                }

                session.Recorder.Take(session.Built.Session, in input, time);
                if ((taken & 0x3FF) == 0)
                {
                    session.Journal.Write();
                    session.View = session.Built.Session.View();
                }
            }, cancel);
        }
        catch (OperationCanceledException)
        {
            // Told to end between two events: what was heard so far is whole.
            hasEnded = false;
        }

        Obey(session, session.Recorder.Last);
        if (hasEnded)
        {
            session.Recorder.Take(session.Built.Session, Input.FeedEnded(plan.Range.To), session.Recorder.Last);
        }

        return Finish(session, request, plan.Data);
    }

    /// <summary>What people have said meanwhile is heard between two events, at the time of the last one.</summary>
    static void Obey(RunningSession session, long time)
    {
        while (session.Inbox.Reader.TryRead(out var input))
        {
            session.Recorder.Take(session.Built.Session, in input, time);
        }
    }

    async Task<ExitCode> OnLivePrices(SessionRequest request, CancellationToken cancel)
    {
        var failures = new RecentFailures(TimeProvider.System);
        var preflight = new Preflight(terminal);
        var name = request.Broker.Length > 0 ? request.Broker : request.Feed;
        await using var access = preflight.Try("keys", () => AccountAccess.Open(name, request.Account, request.Sim, (int)request.Run.Seed).GetAwaiter().GetResult());
        preflight.Pass();
        var keys = access!.Keys;
        preflight.Good("keys", keys.ToString());
        PromotionGuard.CheckAccount(request, keys, isSimulated: access.Sim is not null);
        await using var connection = QuoteSources.Names.Contains(name) ? QuoteSources.Connect(workspace, name, keys, access.Sim, failures) : VenueCatalog.Connect(name, keys, access.Sim, failures);
        var check = new VenueCheck(connection, preflight);
        var ground = await check.Run(request, cancel).ConfigureAwait(false);
        preflight.Pass();
        using var held = request.Mode == RunMode.Live ? AccountLock.Take(workspace, name, ground!.Account.Account) : null;
        PromotionGuard.CheckNumber(request, keys, ground!.Account.Account);
        Confirm(request, keys, ground.Account.Account);
        var history = workspace.OpenStore(request.Run.Lake);
        var sources = request.NoFetch || history is not ParquetLake || !request.Run.Data.Any(data => data.IsNotice) ? null : new SourceRoom(workspace, timeout: PatienceWithSources);
        var told = new ToldStreams(workspace, history, sources).Of(request, ground.Instruments);
        var plan = SessionPlan.Live(
            request, LivePrices.Of(request, ground.Instruments, connection.Feed), ground.Rates, told, request.Mode == RunMode.Live ? ground.Cash : request.Run.Cash, ground.Currency,
            request.Mode == RunMode.Live ? connection.Venue.Capabilities : null, ground.Account.Account, access);
        using var session = Open(request, plan);
        await using var desk = new VenueDesk(connection.Venue, session.Built.Priced, session.Inbox, text => terminal.Progress(VaultRoom.Secrets.Scrub(text)),
            (command, why) => LetterRoom.Keep(workspace, terminal, DeadCommand.Of(session.Built.Header, command), why), session.Latency);
        using var signal = new KillSignal(session);
        using var screen = new LiveScreen(terminal, session);
        if (!request.NoFetch && access.Sim is null)
        {
            // A simulator's market has no past elsewhere.
            new PastFetch(workspace, terminal).ForWarmUp(session, request, cancel);
        }

        new WarmUp(history, terminal).Show(session, request);
        using var notices = NoticeDesk.Open(history, session, told, sources, request, terminal);
        if (session.IsBegunAgain)
        {
            // What was written of a full disk was of the disk then; the loop looks for itself.
            session.Command(OperatorCommand.JournalBack, "begun again");
        }

        session.Command(OperatorCommand.Recover, session.IsBegunAgain ? "begun again" : "begun");
        try
        {
            await Listen(connection, session, request.Mode, cancel).ConfigureAwait(false);
            Loop(session, desk, notices.Queue, request, cancel);
        }
        catch (WorkbenchException) when (request.Mode == RunMode.Live)
        {
            // Nobody would watch over what works after this process.
            desk.Settle(OnTheWay);
            await new WayOut(connection.Venue, session.Built, terminal, workspace).CancelOurs().ConfigureAwait(false);
            throw;
        }

        Measure(session, desk);
        var isFlat = session.Built.Session.View().IsKilled && request.Mode == RunMode.Live && await new WayOut(connection.Venue, session.Built, terminal, workspace).IsFlat().ConfigureAwait(false);
        return Finish(session, request, [], isFlat);
    }

    static async Task Listen(VenueConnection connection, RunningSession session, RunMode mode, CancellationToken cancel)
    {
        try
        {
            if (mode == RunMode.Live)
            {
                await connection.Venue.Listen(session.Built.Priced, session.Inbox, cancel).ConfigureAwait(false);
            }

            await LivePrices.Subscribe(session.Built, connection.Feed, session.Inbox, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to end before it trades: the loop sees it, and ends it in order as at any other time.
        }
    }

    void Measure(RunningSession session, VenueDesk desk)
    {
        if (session.KilledTimestamp > 0 && desk.LastCancelTimestamp > session.KilledTimestamp)
        {
            terminal.Progress(FormattableString.Invariant($"killed: the last cancellation left {TimeProvider.System.GetElapsedTime(session.KilledTimestamp, desk.LastCancelTimestamp).TotalMilliseconds:0.0} ms after the command"));
        }
    }

    RunningSession Open(SessionRequest request, SessionPlan plan)
    {
        var expected = request.Expect is { } run ? Expectation.Of(Research.RunFolder.LoadDocument(new RunShelf(workspace).Find(run))) : null;
        if (!request.Fresh && Unfinished(plan.Header) is { } before)
        {
            terminal.Progress($"Session {before.Id} did not end: going on with it. (--fresh begins a new one.)");
            var again = RunningSession.GoOn(workspace, before, expected, terminal);
            if (again.IsToldToEnd)
            {
                terminal.Warn($"{before.Id} had been told to end and broke off on its way: it is ended now. Begin again for a new session.");
            }

            var past = again.Past!;
            terminal.Progress(FormattableString.Invariant($"Replayed {past.Inputs:N0} inputs to the same decisions.") + (past.Torn is { } torn ? $" A torn end of {torn.BytesCut} bytes was cut at record {torn.Record}." : ""));
            return again;
        }

        var most = long.TryParse(Environment.GetEnvironmentVariable(MostVariable), out var said) && said > 0 ? said : MostGigabytes;
        foreach (var gone in SessionFolder.Retain(workspace, most << 30))
        {
            terminal.Warn(FormattableString.Invariant($"Session {gone} was removed: journals may take {most} GB ({MostVariable})."));
        }

        guard.Started(request, plan.Header.Id);
        return RunningSession.Begin(workspace, plan, expected, terminal);
    }

    /// <summary>The newest session of the same scripts, settings and account, where it did not end.</summary>
    SessionFolder? Unfinished(SessionHeader wanted)
    {
        foreach (var folder in SessionFolder.All(workspace))
        {
            if (Replayer.TryHeaderOf(folder) is { } header && header.Mode == wanted.Mode && header.Feed == wanted.Feed && header.Broker == wanted.Broker && header.VenueAccount == wanted.VenueAccount
                && header.Scripts.Select(script => script.Path).SequenceEqual(wanted.Scripts.Select(script => script.Path)))
            {
                return folder.IsEnded || DiedWithItsVenue(folder, header) ? null : Same(header, wanted) ? folder : throw SessionErrors.ScriptChanged(wanted.Scripts[0].Path, folder.Id);
            }
        }

        return null;
    }

    /// <summary>A simulator within the session's process is gone with it: there is nothing left to go on with.</summary>
    bool DiedWithItsVenue(SessionFolder folder, SessionHeader header)
    {
        var isSo = header is { Mode: RunMode.Live, Environment: AccountAccess.SimEnvironment, Sim.Length: 0 };
        if (isSo)
        {
            terminal.Progress($"Session {folder.Id} did not end, and its simulator is gone with it: a new one is begun.");
        }

        return isSo;
    }

    static bool Same(SessionHeader one, SessionHeader other) =>
        one.Scripts.Select(script => script.Sha256).SequenceEqual(other.Scripts.Select(script => script.Sha256))
        && one.Promotion == other.Promotion && one.Settings.SequenceEqual(other.Settings) && one.ConfigText == other.ConfigText && one.Seed == other.Seed
        && one.Streams.Select(stream => (stream.Kind, stream.Instrument.Symbol)).SequenceEqual(other.Streams.Select(stream => (stream.Kind, stream.Instrument.Symbol)));

    void Confirm(SessionRequest request, VenueKeys keys, string account)
    {
        if (request.Mode != RunMode.Live || keys.Environment == AccountAccess.SimEnvironment)
        {
            return;
        }

        var said = request.Confirm;
        if (said is null && !Console.IsInputRedirected)
        {
            Console.Error.Write($"This session will send orders for account {account} ({keys.Environment}). Type the account to go on: ");
            said = Console.ReadLine();
        }

        if (said?.Trim() != account)
        {
            throw SessionErrors.NotConfirmed(account);
        }
    }

    void Loop(RunningSession session, VenueDesk desk, NoticeQueue notices, SessionRequest request, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        long told = 0;
        var loop = new SessionLoop(session.Built, session.Recorder, session.Journal, session.Inbox, notices, TimeProvider.System, desk.Send) { Alarmed = terminal.Warn };
        loop.Looked = () =>
        {
            session.View = loop.View!;
            if (File.Exists(session.Folder.KillFile) && !session.IsToldToEnd)
            {
                session.Command(OperatorCommand.Kill, "the file KILL is there");
            }

            var isTime = request.ForNanos > 0 && TimeProvider.System.GetElapsedTime(began).TotalNanoseconds > request.ForNanos;
            if (!session.IsToldToEnd && (cancel.IsCancellationRequested || isTime))
            {
                session.Command(OperatorCommand.Stop, isTime ? "its time is over" : "told to end by a signal");
            }

            told = session.IsToldToEnd && told == 0 ? TimeProvider.System.GetTimestamp() : told;
        };
        loop.Run(view => told > 0 && desk.Running == 0 && (IsDone(session, view) || TimeProvider.System.GetElapsedTime(told) > Farewell));
    }

    /// <summary>Whether all that was to be cancelled is, and, after a kill, all that was to be closed.</summary>
    static bool IsDone(RunningSession session, SessionView view) =>
        session.Inbox.Reader.Count == 0 && view.Orders.Count == 0 && (!view.IsKilled || view.Positions.All(held => held.Qty == 0m));

    /// <param name="session">The session.</param>
    /// <param name="request">What it was asked for.</param>
    /// <param name="data">What its report says of its data.</param>
    /// <param name="isFlat">Whether the venue itself has said that nothing is left, whatever the session believes.</param>
    ExitCode Finish(RunningSession session, SessionRequest request, IReadOnlyList<DataIdentity> data, bool isFlat = false)
    {
        var view = session.Built.Session.View();
        var finished = session.Finish(data);
        terminal.Result(Research.ConsoleSummary.Of(finished.Document));
        terminal.Result("session: " + session.Folder.Id);
        terminal.Result("report: " + workspace.Show(Path.Combine(finished.Folder, Research.RunFolder.ReportFile)));
        if (terminal.Json)
        {
            terminal.Document(File.ReadAllBytes(Path.Combine(finished.Folder, Research.RunFolder.ResultFile)));
        }

        foreach (var held in view.Positions.Where(held => held.Qty != 0m))
        {
            terminal.Warn(FormattableString.Invariant($"{held.Qty} {held.Symbol} are still held."));
        }

        foreach (var order in view.Orders)
        {
            terminal.Warn(FormattableString.Invariant($"order {order.ClientOrderId} ({order.Side} {order.OrderQty} {order.Symbol}) was still {order.Status}."));
            if (session.Built.Header.Mode == RunMode.Live)
            {
                LetterRoom.Keep(workspace, terminal, DeadCommand.Cancel(session.Built.Header, order), "its session ended before the venue said that it was cancelled");
            }
        }

        var open = view.Positions.Where(held => held.Qty != 0m).Select(held => FormattableString.Invariant($"{held.Qty} {held.Symbol}"))
            .Concat(view.Orders.Select(order => FormattableString.Invariant($"order {order.ClientOrderId}"))).ToList();
        if (isFlat && open.Count > 0)
        {
            terminal.Warn("The venue says that nothing works and nothing is held: that was closed past this session.");
        }

        RunsInDatabase.Keep(request.Run.Lake, finished, session.Built.Header, terminal);
        return view.IsKilled && open.Count > 0 && !isFlat ? throw SessionErrors.StillOpen(string.Join(", ", open)) : ExitCode.Ok;
    }
}
