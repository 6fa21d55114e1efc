using System.Globalization;

namespace Workbench.Research.Validation;

/// <summary>
/// The real tape with a few things happening on it. Same events, same tape: it rolls no dice of its own. One object serves any number of runs.
/// </summary>
/// <param name="Kind">What happens on it.</param>
/// <param name="Strength">How hard, 1 being usual.</param>
/// <param name="Seed">Seed it was made with.</param>
/// <param name="Events">What happens, by instrument and time; events of one instrument never overlap.</param>
public sealed record AdversarialTape(EventKind Kind, double Strength, long Seed, IReadOnlyList<AdversarialEvent> Events)
{
    /// <summary>Name in tables: kind, strength and seed.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{EventKinds.NameOf(Kind)} ×{Strength} #{Seed}");

    /// <summary>The tapes of a run with these events on them. Tapes that only convert currencies stay as they are.</summary>
    public IReadOnlyList<Tape> Over(IReadOnlyList<Tape> tapes) => [.. tapes.Select(Over)];

    /// <summary>A run's terms on this tape: where messages are late, that is no affair of the prices.</summary>
    public RunConfig Over(RunConfig config) => Kind != EventKind.LatencySpike || Events.Count == 0 ? config : config with
    {
        Latency = new SpikedLatency(config.Latency, [.. Events.Select(each => each.When).Distinct().OrderBy(when => when.From)], Events.Max(each => each.Size)),
    };

    Tape Over(Tape tape) => Kind == EventKind.LatencySpike || tape.RatesOnly || tape.IsNotice || !Events.Any(each => each.Symbol == tape.Instrument.Symbol) ? tape : tape.Cursor switch
    {
        ICursor<TickBatch> ticks => Tape.OfTicks(new AdversarialTicks(ticks, Events)),
        ICursor<TradeBatch> trades => Tape.OfTrades(new AdversarialTrades(trades, Events)),
        ICursor<BarBatch> bars when tape.Resolves => Tape.OfFinerBars(new AdversarialBars(bars, Events), tape.Bars),
        ICursor<BarBatch> bars => Tape.OfBars(new AdversarialBars(bars, Events), tape.Bars),
        _ => throw ValidationErrors.NotForTapes(tape.Kind),
    };
}
