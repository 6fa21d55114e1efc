namespace Workbench.Model;

/// <summary>How long an order works. FIX TimeInForce (59).</summary>
public enum TimeInForce : byte
{
    /// <summary>Until it is filled or cancelled.</summary>
    Gtc = 1,
}
