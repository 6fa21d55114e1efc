using Workbench.Core;
using Xunit.Sdk;

namespace Workbench.App.Tests.Conformance;

/// <summary>One session with its trader, driven by the test: the engine, the recorder and the journal are those of paper and live.</summary>
abstract class Seat(SessionSetup setup, long start)
{
    readonly Script script = new();
    readonly KeptJournal journal = new();

    /// <summary>The session.</summary>
    public Session Session { get; private set; } = null!;

    /// <summary>What it put out since it began, or began again.</summary>
    public SeatSink Sink { get; private set; } = null!;

    /// <summary>The trader.</summary>
    public Trader Trader { get; private set; } = null!;

    /// <summary>Beginning of its order ids; empty where no order leaves the machine.</summary>
    public string Key => setup.Live?.SessionKey ?? "";

    /// <summary>What the venue can do; null for the simulated one, which can do all.</summary>
    public VenueCapabilities? Venue => setup.Live?.Venue;

    /// <summary>Commands that left.</summary>
    public List<VenueCommand> Commands { get; } = [];

    public SessionView View => Session.View();

    /// <summary>An order by its name.</summary>
    public Order this[string name] => Trader.Orders[name];

    /// <summary>Signed units that the session holds of what it trades.</summary>
    public decimal Position => View.Positions[0].Qty;

    /// <summary>Its orders that work, by the ids that the venue knows.</summary>
    public IEnumerable<string> OpenIds => View.Orders.Select(order => ClOrdIds.Of(Key, order.ClientOrderId));

    protected Recorder Recorder { get; private set; } = null!;

    protected abstract long Now { get; }

    /// <summary>One step: what has come in is taken.</summary>
    /// <returns>Whether there was anything.</returns>
    public abstract bool Turn();

    /// <summary>The best bid and ask as the trader hears of them.</summary>
    public abstract void Tick(decimal bid, decimal ask, decimal size);

    /// <summary>The trader does something, at a tick of the market as it stands.</summary>
    public void Do(Action<Trader> deed)
    {
        script.Next = deed;
        TickAgain();
        Assert.Null(script.Next);
    }

    /// <summary>A person, or the process itself, says something to the session.</summary>
    public void Command(OperatorCommand command, string why = "")
    {
        Take(Input.Operator(command, why));
    }

    /// <summary>Goes on until something holds.</summary>
    public void Until(Func<bool> holds, string what)
    {
        var patience = Patience();
        while (!holds())
        {
            if (!patience())
            {
                throw new XunitException($"It never came about that {what}. {Standing()}");
            }

            if (!Turn())
            {
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>Whether the journal, run through a fresh session, puts out the same bytes.</summary>
    public void MustReplay()
    {
        var (again, sink, _) = Replayed(out var recorded, out _, out _);
        Assert.True(recorded.Length > 0, "A session that puts nothing out proves nothing.");
        Assert.Equal(recorded, sink.Output.ToArray());
        Assert.Equal(View.Equity, again.View().Equity);
    }

    /// <summary>Longest that is waited for something: asked again and again, it says when to give up.</summary>
    protected abstract Func<bool> Patience();

    /// <summary>The last tick again.</summary>
    protected abstract void TickAgain();

    /// <summary>Sends what the session wants sent.</summary>
    protected virtual void Send(VenueCommand command) => Commands.Add(command);

    /// <summary>Begins the session.</summary>
    protected void Begin()
    {
        Recorder = new Recorder(journal);
        (Session, Sink, Trader) = Fresh();
        Sink.Recorder = Recorder;
        Session.Start(start);
    }

    /// <summary>The process is gone; another one begins where its journal ends.</summary>
    protected void BeginAgain()
    {
        (Session, Sink, Trader) = Replayed(out var recorded, out var inputs, out var last);
        var output = Sink.Output.ToArray();
        Assert.True(output.AsSpan().StartsWith(recorded), "The journal holds another decision than comes out of it.");
        Recorder = new Recorder(journal);
        Recorder.GoOn(inputs, last);
        Sink.Recorder = Recorder;
        Recorder.Put(output.AsSpan(recorded.Length));
    }

    protected void Take(in Input input)
    {
        Recorder.Take(Session, in input, Now);
        Recorder.Release(Session, Send);
    }

    (Session Session, SeatSink Sink, Trader Trader) Fresh()
    {
        var (sink, trader) = (new SeatSink(), new Trader(script));
        return (new Session(setup, [trader], sink), sink, trader);
    }

    (Session Session, SeatSink Sink, Trader Trader) Replayed(out byte[] recorded, out long inputs, out long last)
    {
        var (again, kept) = (Fresh(), new MemoryStream());
        again.Session.Start(start);
        (inputs, last) = (0, start);
        foreach (var record in journal.Records)
        {
            var line = new JournalLine(record);
            if (line.IsOutput)
            {
                kept.Write(line.Content);
                continue;
            }

            var input = line.Input;
            again.Session.Take(in input);
            while (again.Session.TryTakeCommand(out _))
            {
                // Sent then, or never: where it matters, the venue is asked.
            }

            inputs++;
            last = input.Time;
        }

        recorded = kept.ToArray();
        return again;
    }

    string Standing()
    {
        var view = View;
        return FormattableString.Invariant($"Position {Position}, {(view.Reasons.Count == 0 ? "trading" : string.Join(", ", view.Reasons))}; ")
            + string.Join("; ", Trader.Orders.Select(order => FormattableString.Invariant($"{order.Key}: {order.Value.Status} {order.Value.CumQty}/{order.Value.OrderQty} {order.Value.RejectReason} {order.Value.Text}")))
            + "; heard: " + string.Join(", ", Trader.Heard.TakeLast(8).Select(heard => $"{heard.Tag} {heard.What} {heard.Reason}"))
            + "; " + string.Join(" | ", Sink.Alerts.Select(alert => alert.Reason));
    }
}
