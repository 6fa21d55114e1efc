namespace Workbench.Core;

/// <summary>Whether a session may send orders now, and if not, why: each reason comes and goes on its own.</summary>
sealed class TradingState
{
    readonly List<string> mismatched = [];
    readonly List<string> stale = [];

    /// <summary>Scripts are shown the past.</summary>
    public bool IsWarmingUp { get; set; }

    /// <summary>It is not yet known how things stand at the venue.</summary>
    public bool IsRecovering { get; set; }

    /// <summary>Nothing would be heard of an order.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>What is decided cannot be kept.</summary>
    public bool IsJournalLost { get; set; }

    /// <summary>The session has been ended, or killed.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether all is well.</summary>
    public bool IsTrading => this is { IsWarmingUp: false, IsRecovering: false, IsCutOff: false, IsJournalLost: false, IsOver: false } && mismatched.Count == 0 && stale.Count == 0;

    /// <summary>Instruments whose position is not what the venue says.</summary>
    public IReadOnlyList<string> Mismatched => mismatched;

    /// <summary>Instruments that nothing was heard of for too long.</summary>
    public IReadOnlyList<string> Stale => stale;

    /// <summary>Notes whether an instrument's position is what the venue says.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Compare(string symbol, bool isEqual) => Note(mismatched, symbol, !isEqual);

    /// <summary>Notes whether an instrument's data are old.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Age(string symbol, bool isStale) => Note(stale, symbol, isStale);

    /// <summary>Why an order may not go out; nothing where it may.</summary>
    /// <param name="market">Its market.</param>
    /// <param name="enlarges">Whether it would make a position larger.</param>
    public Refusal WhyNot(Market market, bool enlarges) =>
        IsWarmingUp ? No("the session is warming up")
        : IsOver ? No("the session has been ended")
        : IsJournalLost ? No("the journal cannot be written")
        : IsRecovering ? No("it is not yet known how things stand at the venue")
        : IsCutOff ? No("the connection to the venue is down")
        : !enlarges ? default
        : mismatched.Contains(market.Instrument.Symbol) ? No("the venue says that another position is held")
        : stale.Contains(market.Instrument.Symbol) ? No("its prices are old")
        : default;

    /// <summary>The reasons in force, for people.</summary>
    public IEnumerable<string> Reasons()
    {
        foreach (var (isSo, text) in ((bool, string)[])
            [
                (IsWarmingUp, "warming up"), (IsOver, "ended"), (IsJournalLost, "the journal cannot be written"), (IsRecovering, "recovering"),
                (IsCutOff, "cut off from the venue"),
            ])
        {
            if (isSo)
            {
                yield return text;
            }
        }

        foreach (var symbol in mismatched)
        {
            yield return $"{symbol}: position is not the venue's";
        }

        foreach (var symbol in stale)
        {
            yield return $"{symbol}: prices are old";
        }
    }

    static Refusal No(string why) => new(RejectReason.NotTrading, why);

    static bool Note(List<string> symbols, string symbol, bool isIn)
    {
        if (symbols.Contains(symbol) == isIn)
        {
            return false;
        }

        if (isIn)
        {
            symbols.Add(symbol);
        }
        else
        {
            symbols.Remove(symbol);
        }

        return true;
    }
}
