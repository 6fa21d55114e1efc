namespace Workbench.Core;

/// <summary>How the venue keeps the account: how positions add up, how much may be borrowed, and what happens when it goes wrong.</summary>
public sealed record AccountTerms
{
    /// <summary>Whether opposite trades cancel. Default netting.</summary>
    public PositionMode Mode { get; init; }

    /// <summary>Largest sum of position values over equity, for instruments that <see cref="MarginOf"/> does not name; 0 (default) asks for no margin.</summary>
    public decimal Leverage { get; init; }

    /// <summary>Margin by symbol, where it differs from the account's.</summary>
    public IReadOnlyDictionary<string, MarginRates> MarginOf { get; init; } = new Dictionary<string, MarginRates>();

    /// <summary>Equity over initial margin at or below which the venue warns. Default 1.</summary>
    public decimal MarginCallLevel { get; init; } = 1m;

    /// <summary>Equity over initial margin at or below which the venue closes, for margin by <see cref="Leverage"/>. Default 0.5.</summary>
    public decimal StopOutLevel { get; init; } = 0.5m;

    /// <summary>In which order it closes. Default largest loss first.</summary>
    public StopOutRule StopOut { get; init; }

    /// <summary>Whether profits and charges stay in the currency they arise in. Default false: converted when they arise.</summary>
    public bool KeepsCurrencies { get; init; }

    /// <summary>Money at the start in other currencies than the account's; valued at the first price of its pair.</summary>
    public IReadOnlyList<Money> Deposits { get; init; } = [];

    /// <summary>The margin that positions in an instrument need; null where none is asked for.</summary>
    public MarginRates? RatesOf(Instrument instrument) =>
        MarginOf.TryGetValue(instrument.Symbol, out var rates) ? rates
            : Leverage > 0m ? new MarginRates(Money.Booked(1m / Leverage), Money.Booked(StopOutLevel / Leverage))
            : null;
}
