namespace Workbench.Core;

/// <summary>What a session wants of a venue.</summary>
public enum VenueCommandKind : byte
{
    /// <summary>Take an order. FIX message D.</summary>
    Submit = 1,

    /// <summary>Cancel one. FIX message F.</summary>
    Cancel,

    /// <summary>Amend one. FIX message G.</summary>
    Replace,

    /// <summary>Say where one stands. FIX message H.</summary>
    Query,

    /// <summary>Say what works and what is held. FIX messages AF and AN.</summary>
    Audit,
}
