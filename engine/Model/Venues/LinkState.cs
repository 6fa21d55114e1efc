namespace Workbench.Model;

/// <summary>How a connection to a venue stands.</summary>
public enum LinkState : byte
{
    /// <summary>It is there, subscriptions and all; what happened before may have been missed.</summary>
    Up = 1,

    /// <summary>It is lost: nothing is heard until it is up again.</summary>
    Down,

    /// <summary>Its sequence has a gap: something was missed, and what it says next may stand on that.</summary>
    Gap,
}
