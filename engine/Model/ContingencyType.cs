namespace Workbench.Model;

/// <summary>What the orders of a list do to each other. FIX ContingencyType (1385).</summary>
public enum ContingencyType : byte
{
    /// <summary>The first fill of one, whole or part, cancels the others. FIX 1.</summary>
    OneCancelsOther = 1,

    /// <summary>A fill of one takes its quantity off the others: stop and target of one position. FIX 3.</summary>
    OneUpdatesOther = 3,
}
