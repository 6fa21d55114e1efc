using System.Globalization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// One seed: a random market, a venue that misbehaves and a process that dies now and then, around the session that trades real money
/// elsewhere. After each step what must always hold is looked at; when the venue has calmed down, what must hold in the end.
/// </summary>
sealed class StormRun
{
    const long Start = 1_704_672_000L * UtcNanos.Second;
    const int Steps = 500;
    const decimal Cash = 1_000_000m;

    static readonly Instrument EurUsd = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5, LotStep = 1_000m };

    static readonly VenueCapabilities Capabilities = new()
    {
        Venue = "storm",
        OrderTypes = [OrderType.Market, OrderType.Limit, OrderType.Stop],
        TimesInForce = [TimeInForce.Gtc, TimeInForce.Ioc],
        ReduceOnly = true,
        Replace = true,
    };

    readonly long seed;
    readonly PlantedBug bug;
    readonly Timeline time = new(Start);
    readonly SeededRandom dice;
    readonly StormVenue venue;
    readonly StormJournal journal;
    Session? session;
    StormSink sink = new();
    Recorder recorder;
    bool isMoving = true;
    int resent;

    public StormRun(long seed, PlantedBug bug)
    {
        this.seed = seed;
        this.bug = bug;
        dice = new SeededRandom(seed);
        venue = new StormVenue(EurUsd, time, new SeededRandom(seed * 31 + 7), Faults, Hear);
        journal = new StormJournal(flushes: bug != PlantedBug.DropFlush);
        recorder = new Recorder(journal);
    }

    /// <summary>What went wrong at the venue.</summary>
    public StormFaults Faults { get; } = new();

    /// <summary>Steps taken.</summary>
    public long Step { get; private set; }

    /// <summary>Runs it.</summary>
    /// <returns>What did not hold; null where all did.</returns>
    public StormFailure? Run()
    {
        try
        {
            recorder.Begin([]);
            Open();
            Hear(Input.Operator(OperatorCommand.Recover, ""));
            time.In(0, Market);
            while (Step < Steps)
            {
                Advance();
                Always();
            }

            Settle();
            return Eventually();
        }
        catch (StormBrokenException broken)
        {
            return new StormFailure(seed, Step, broken.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or KeyNotFoundException or OverflowException)
        {
            return new StormFailure(seed, Step, $"{error.GetType().Name}: {error.Message}");
        }
    }

    void Market()
    {
        if (isMoving)
        {
            venue.Move();
        }

        if (venue.Misbehaves && dice.Next(60) == 0)
        {
            venue.Break();
        }

        if (venue.Misbehaves && session is not null && dice.Next(90) == 0)
        {
            Kill();
        }

        time.In(dice.Next(50, 900) * UtcNanos.Millisecond, Market);
    }

    void Advance()
    {
        Step++;
        if (session is not null && session.NextDue <= time.Next)
        {
            time.MoveTo(session.NextDue);
            Hear(Input.Clock(session.NextDue));
        }
        else
        {
            time.Step();
        }
    }

    void Hear(Input input)
    {
        if (session is null)
        {
            return;
        }

        recorder.Take(session, bug == PlantedBug.SkipDedupe ? Renamed(input) : input, time.Now);
        recorder.Release(session, Send);
    }

    void Send(VenueCommand command)
    {
        venue.Send(command);
        if (bug == PlantedBug.ResendOnTimeout && command.Kind == VenueCommandKind.Submit && dice.Next(10) == 0)
        {
            // As a transport would that takes a time-out for a failure.
            time.In(2 * UtcNanos.Second, () => venue.Send(command));
        }
    }

    /// <summary>A fill under another name each time it is told.</summary>
    Input Renamed(Input input) => input.Body is VenueReport { ExecType: ExecType.Trade } report
        ? Input.Report(report with { TradeId = report.TradeId + string.Create(CultureInfo.InvariantCulture, $"-{resent++}") })
        : input;

    /// <summary>The process dies at this instant, and comes back after a while.</summary>
    void Kill()
    {
        Faults.Note("kill");
        session = null;
        journal.Crash(dice);
        time.In(dice.Next(1, 5_000) * UtcNanos.Millisecond, () =>
        {
            Open();
            Hear(Input.Operator(OperatorCommand.Recover, ""));
            if (venue.IsConnected)
            {
                venue.Mend();
            }
        });
    }

    /// <summary>Starts the process: whatever the journal holds happens again, and must come to the same.</summary>
    void Open()
    {
        (session, sink) = Replayed(out var recorded, out var inputs, out var last);
        var output = sink.Output.ToArray();
        if (!output.AsSpan().StartsWith(recorded))
        {
            throw new StormBrokenException("a session that is run again decides otherwise");
        }

        // What was decided and not yet written had not been sent either; it is written now, and asked after.
        recorder = new Recorder(journal);
        recorder.GoOn(inputs, last);
        sink.Recorder = recorder;
        recorder.Put(output.AsSpan(recorded.Length));
        while (session.TryTakeCommand(out _))
        {
            // Sent before, or never: a question will tell.
        }
    }

    (Session Session, StormSink Sink) Replayed(out byte[] recorded, out long inputs, out long last)
    {
        var (again, kept) = (new StormSink(), new MemoryStream());
        var fresh = new Session(
            new SessionSetup
            {
                Config = new RunConfig { Currency = "USD", Cash = Cash, Seed = seed, Mode = RunMode.Live, Range = new TimeRange(Start, Start + UtcNanos.Day) },
                Streams = [Tape.Live(EurUsd, DataKind.Ticks)],
                Live = new LiveTerms { SessionKey = "storm", Venue = Capabilities, AuditNanos = 20 * UtcNanos.Second },
            },
            [new StormTrader()], again);
        fresh.Start(Start);
        (inputs, last) = (0, Start);
        foreach (var record in journal.Records)
        {
            var line = new JournalLine(record);
            if (line.IsInput)
            {
                var input = line.Input;
                fresh.Take(in input);
                inputs++;
                last = input.Time;
            }
            else if (line.IsOutput)
            {
                kept.Write(line.Content);
            }
        }

        recorded = kept.ToArray();
        return (fresh, again);
    }

    /// <summary>What must hold after each step.</summary>
    void Always()
    {
        if (venue.Orders.CountBy(static order => order.Request.ClOrdId).FirstOrDefault(static id => id.Value > 1) is { Key: not null } twice)
        {
            throw new StormBrokenException($"order {twice.Key} was sent {twice.Value} times");
        }

        if (session is null)
        {
            return;
        }

        decimal position = 0m, cash = Cash;
        foreach (var fill in sink.Fills)
        {
            var signed = fill.Side == Side.Buy ? fill.Qty : -fill.Qty;
            position += signed;
            cash -= signed * fill.Price + fill.Commission;
        }

        foreach (var order in sink.Fills.GroupBy(static fill => fill.ClientOrderId))
        {
            var known = venue.Orders.FirstOrDefault(there => there.Request.ClOrdId == ClOrdIds.Of("storm", order.Key));
            if (known is null || order.Sum(static fill => fill.Qty) > known.CumQty)
            {
                throw new StormBrokenException($"more was booked of order {order.Key} than was filled");
            }
        }

        var view = session.View();
        var held = view.Positions[0];
        if (held.Qty != position)
        {
            throw new StormBrokenException($"the position is {held.Qty}, its fills come to {position}");
        }

        var worth = cash + position * (position < 0m ? held.Ask : held.Bid);
        if (view.Equity != worth)
        {
            throw new StormBrokenException($"equity is {view.Equity}, cash and position come to {worth}");
        }
    }

    /// <summary>The venue calms down, and everybody has time to find out the truth.</summary>
    void Settle()
    {
        venue.Misbehaves = false;
        if (!venue.IsConnected)
        {
            venue.Mend();
        }

        Hear(Input.Operator(OperatorCommand.Pause, ""));
        var end = time.Now + 3 * UtcNanos.Minute;
        while (time.Now < end)
        {
            // The last word of a market that goes on is never heard: it stands still before the truth is looked at.
            isMoving = time.Now < end - UtcNanos.Minute;
            Advance();
            if (Step % 50 == 0)
            {
                Always();
            }
        }

        Always();
    }

    /// <summary>What must hold in the end.</summary>
    StormFailure? Eventually()
    {
        var view = session!.View();
        var open = view.Orders.Select(static order => ClOrdIds.Of("storm", order.ClientOrderId)).ToList();
        var there = venue.Orders.Where(static order => order.Works).Select(static order => order.Request.ClOrdId).ToList();
        return view.Positions[0].Qty != venue.Position ? Broken($"the session holds {view.Positions[0].Qty}, the venue says {venue.Position}{Missing()}")
            : there.Except(open).FirstOrDefault() is { } lost ? Broken($"order {lost} works at the venue and the session has forgotten it")
            : view.Reasons.FirstOrDefault(static reason => reason != "paused") is { } reason ? Broken($"it does not trade: {reason}")
            : Same() ? null
            : Broken("a session that is run again decides otherwise");
    }

    string Missing() => venue.Orders.FirstOrDefault(order => order.CumQty != sink.Fills.Where(fill => ClOrdIds.Of("storm", fill.ClientOrderId) == order.Request.ClOrdId).Sum(static fill => fill.Qty)) is { } order
        ? string.Create(CultureInfo.InvariantCulture, $" (order {order.Request.ClOrdId}, {order.Request.Type}, {order.Status}, {order.CumQty} filled)")
        : "";

    bool Same()
    {
        journal.Commit();
        var (_, again) = Replayed(out var recorded, out _, out _);
        return again.Output.ToArray().AsSpan().SequenceEqual(recorded);
    }

    StormFailure Broken(string what) => new(seed, Step, what);
}
