namespace Workbench.Core.Tests.Risk;

/// <summary>A trading desk with limits: one quote a minute, something to do at each, and what came of it.</summary>
sealed class Desk
{
    readonly List<(int At, Action<Scripted> Act)> acts = [];

    public RiskTerms Terms { get; init; } = RiskTerms.None;

    public AccountTerms Account { get; init; } = new();

    public decimal Cash { get; init; } = 1_000m;

    public int Spread { get; init; }

    public RecordingSink Sink { get; } = new();

    /// <summary>Does something at the tick of that number, from 0.</summary>
    public Desk At(int tick, Action<Scripted> act)
    {
        acts.Add((tick, act));
        return this;
    }

    public RunResult Run(params long[] bids)
    {
        var at = 0;
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                acts.Where(each => each.At == at).ToList().ForEach(each => each.Act(self));
                at++;
            },
        };
        var config = Given.Usd with { Cash = Cash, Risk = Terms, Account = Account };
        return new Engine(config, strategy, [Tapes.Ticks(Given.EurUsd, [.. bids.Select((bid, i) => new TickRow(Given.At(9, i), bid, bid + Spread))])], Sink).Run();
    }

    /// <summary>What became of each order, in the order sent: its tag and why it was refused, if it was.</summary>
    public IEnumerable<(string Tag, RejectReason Reason)> Fates => Sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => (order.Tag, order.RejectReason));

    /// <summary>What was said: level, rule, action.</summary>
    public IEnumerable<(RiskLevel Level, RiskRule Rule, RiskAction Action)> Said => Sink.Alerts.Select(said => (said.Level, said.Rule, said.Action));

    /// <summary>Kinds of the records in the output log.</summary>
    public List<RecordKind> Kinds
    {
        get
        {
            var kinds = new List<RecordKind>();
            foreach (var block in Sink.Blocks)
            {
                ReadOnlySpan<byte> left = block;
                while (OutputRecord.TryTake(ref left, out var record))
                {
                    kinds.Add(record.Kind);
                }
            }

            return kinds;
        }
    }

    public decimal Held => Sink.Fills.Count == 0 ? 0m : Sink.Fills[^1].PositionAfter;
}
