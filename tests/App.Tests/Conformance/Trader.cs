using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>A strategy that does what the test tells it, on the session's own thread and within a handler, as scripts do.</summary>
sealed class Trader(Script script) : Strategy
{
    readonly List<(string Tag, ExecType What, RejectReason Reason)> heard = [];
    long ticks;

    /// <summary>Its orders by the names that the test gave them.</summary>
    public Dictionary<string, Order> Orders { get; } = [];

    /// <summary>What it was told of its orders, in order.</summary>
    public IReadOnlyList<(string Tag, ExecType What, RejectReason Reason)> Heard => heard;

    /// <summary>What an order could not be asked for with; null where all could.</summary>
    public string? Thrown { get; private set; }

    public override void OnTick(in Tick tick) => script.Play(++ticks, this);

    public override void OnExecution(Order order, in ExecutionReport report) => heard.Add((order.Tag, report.ExecType, report.RejectReason));

    public void Place(string name, NewOrder order) => Orders[name] = Send(order with { Tag = name });

    /// <summary>Entry <c>name</c>, exits <c>name.1</c>, <c>name.2</c> and so on.</summary>
    public void Bracket(string name, NewOrder entry, params NewOrder[] exits)
    {
        var list = SendBracket(entry with { Tag = name }, Named(name, exits));
        Orders[name] = list.Parent!;
        Name(name, list);
    }

    /// <summary>Alternatives <c>name.1</c>, <c>name.2</c> and so on.</summary>
    public void OneCancelsOther(string name, params NewOrder[] orders) => Name(name, SendOneCancelsOther(Named(name, orders)));

    public void Cancel(string name) => Cancel(Orders[name]);

    public void CancelEverything() => CancelAll();

    public void Amend(string name, decimal? qty = null, decimal? price = null, decimal? stopPx = null) => Amend(Orders[name], qty, price, stopPx);

    /// <summary>Does what may not be asked for at all.</summary>
    public void Try(Action<Trader> deed)
    {
        try
        {
            deed(this);
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException or WorkbenchException)
        {
            Thrown = refused.Message;
        }
    }

    void Name(string name, OrderList list)
    {
        for (var i = 0; i < list.Orders.Count; i++)
        {
            Orders[FormattableString.Invariant($"{name}.{i + 1}")] = list.Orders[i];
        }
    }

    static NewOrder[] Named(string name, NewOrder[] orders) =>
        [.. orders.Select((order, i) => order with { Tag = FormattableString.Invariant($"{name}.{i + 1}") })];
}
