namespace Workbench.Data.Providers;

/// <summary>Why a source gave nothing: what is done next hangs on it.</summary>
public enum ProviderFailure
{
    /// <summary>It could not be reached, broke off, or answered that it failed: another source, and this one later.</summary>
    Down = 1,

    /// <summary>It asked for a pause or its budget is spent: another source until then.</summary>
    Limited,

    /// <summary>It does not know the key, or the key is no longer good: another source until somebody mends it.</summary>
    Unauthorized,

    /// <summary>It does not have this instrument or range: another source for this, and this one for all else.</summary>
    NotThere,

    /// <summary>It answered with something that is not an answer: a page of HTML, another type, half a body.</summary>
    Garbled,
}
