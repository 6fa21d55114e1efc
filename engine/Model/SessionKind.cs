namespace Workbench.Model;

/// <summary>What trading is like within a session. Numbers are those of FIX TradingSessionSubID (625); 0 is none on purpose.</summary>
public enum SessionKind : byte
{
    /// <summary>Before the opening bell: thin, and without the auction's price.</summary>
    Pre = 1,

    /// <summary>Continuous trading between the bells. The one that is meant where nothing is said.</summary>
    Regular = 3,

    /// <summary>After the closing bell.</summary>
    Post = 5,
}
