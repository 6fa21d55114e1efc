namespace Workbench.Research.Evolution;

/// <summary>
/// A genome at work, without a compiler. It does line for line what the genome's script does: the same calls in the same order, on the
/// same numbers.
/// </summary>
public sealed class GenomeStrategy : Strategy
{
    readonly IReadOnlyList<IndicatorGene> genes;
    readonly Indicator[] indicators;
    readonly FlatProgram program;
    readonly Indicator? range;
    readonly bool countsBars;
    readonly int filter;
    readonly int first;
    readonly int second;
    readonly int condition;
    double pip;
    int lastSide;
    int barsSinceTrade = Guarded.Never;

    GenomeStrategy(Genome genome)
    {
        Genome = genome;
        genes = IndicatorGene.Of(genome);
        indicators = [.. genes.Select(gene => gene.Make())];
        program = new FlatProgram(genome.Nodes, genes, indicators);
        range = genome.Protection.Length > 0 ? indicators[genes.ToList().IndexOf(IndicatorGene.RangeOf(genome))] : null;
        countsBars = program.ReadsSinceTrade || genome.Exit.Kind == ExitKind.Time;
        filter = program.PlaceOf(genome.Filter);
        first = program.PlaceOf(genome.Entry.First);
        second = genome.Entry.Second is { } tree ? program.PlaceOf(tree) : first;
        condition = genome.Exit.Condition is { } end ? program.PlaceOf(end) : first;
    }

    /// <summary>What it plays.</summary>
    public Genome Genome { get; }

    /// <summary>A fresh strategy that decides as the genome's script does, byte for byte.</summary>
    public static Strategy Create(Genome genome) => new GenomeStrategy(genome);

    public override void OnStart()
    {
        pip = (double)Instrument.PipSize;
        Array.ForEach(indicators, indicator => Add(indicator, Genome.Timeframe));
        if (indicators.Length == 0)
        {
            Subscribe(Genome.Timeframe);
        }
    }

    public override void OnBar(in Bar bar)
    {
        if (!AllReady())
        {
            return;
        }

        var position = Position();
        Count(position);
        Compute(in bar);
        var (isLong, isShort) = Signals();
        if (position == 0m)
        {
            if (isLong != isShort && OpenOrders.Count == 0)
            {
                Enter(isLong ? Side.Buy : Side.Sell, in bar);
            }
        }
        else if (IsOver(position, isLong, isShort))
        {
            CancelAll();
            TargetPosition(0m, tag: "exit");
            if (Genome.Exit.Kind == ExitKind.Opposite && Genome.Entry.IsTwoSided)
            {
                Enter(isLong ? Side.Buy : Side.Sell, in bar);
            }
        }
    }

    bool AllReady()
    {
        foreach (var indicator in indicators)
        {
            if (!indicator.IsReady)
            {
                return false;
            }
        }

        return true;
    }

    void Count(decimal position)
    {
        if (countsBars)
        {
            var side = Math.Sign(position);
            barsSinceTrade = Guarded.BarsSince(side != lastSide, barsSinceTrade);
            lastSide = side;
        }
    }

    void Compute(in Bar bar)
    {
        var (open, close) = program.ReadsDay ? TradingDay() : default;
        program.Run(in bar, new Moment(Now, open, close, pip, barsSinceTrade));
    }

    (bool IsLong, bool IsShort) Signals()
    {
        var may = program[filter] > 0d;
        var (one, other) = (program[first], program[second]);
        return Genome.Entry.Kind switch
        {
            EntryKind.LongShort => (may && one > 0d, may && other > 0d),
            EntryKind.LongOnly => (may && one > 0d, false),
            EntryKind.ShortOnly => (false, may && one > 0d),
            _ => (may && other > 0d && one > 0d, may && other > 0d && one < 0d),
        };
    }

    bool IsOver(decimal position, bool isLong, bool isShort) => Genome.Exit.Kind switch
    {
        ExitKind.Time => barsSinceTrade >= Genome.Exit.Bars,
        ExitKind.Condition => program[condition] > 0d,
        _ when Genome.Entry.IsTwoSided => isLong != isShort && isLong == position < 0m,
        _ => !isLong && !isShort,
    };

    void Enter(Side side, in Bar bar)
    {
        var guard = Genome.Protection;
        var qty = Qty(in bar);
        if (qty <= 0m)
        {
            return;
        }

        var (exit, way) = side == Side.Buy ? (Side.Sell, 1) : (Side.Buy, -1);
        var entry = NewOrder.Market(side, qty) with { Tag = "entry" };
        switch (guard.Kind)
        {
            case ProtectionKind.Stop:
                SendBracket(entry, NewOrder.Stop(exit, qty, PriceAt(in bar, -way * guard.Stop)) with { Tag = "stop" });
                break;
            case ProtectionKind.Bracket:
                SendBracket(
                    entry,
                    NewOrder.Stop(exit, qty, PriceAt(in bar, -way * guard.Stop)) with { Tag = "stop" },
                    NewOrder.Limit(exit, qty, PriceAt(in bar, way * guard.Target)) with { Tag = "target" });
                break;
            case ProtectionKind.Trailing:
                var trail = Trail.Price(Instrument.RoundToTick(guard.Stop * range!.Value));
                SendBracket(entry, NewOrder.TrailingStop(exit, qty, trail) with { Tag = "trail" });
                break;
            default:
                Send(entry);
                break;
        }
    }

    decimal PriceAt(in Bar bar, double ranges) => Instrument.RoundToTick((double)bar.Close + ranges * range!.Value);

    decimal Qty(in Bar bar) => Genome.Sizing.Kind switch
    {
        SizingKind.Fixed => Genome.Sizing.Amount,
        SizingKind.Risk => Sizing.FixedFraction(Instrument, Equity, Genome.Sizing.Amount, Instrument.RoundToTick(Distance * range!.Value)),
        _ => Instrument.RoundToLot(Equity * Genome.Sizing.Amount / Instrument.ValueOf(1m, bar.Close)),
    };

    double Distance => Genome.Protection.Kind == ProtectionKind.None ? 1d : Genome.Protection.Stop;
}
