namespace Workbench.Scripting.Notebooks;

/// <summary>How a word is drawn.</summary>
enum WordKind
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>Right-aligned.</summary>
    Number,

    /// <summary>Right-aligned, with as many decimals as its neighbours.</summary>
    Fraction,

    /// <summary>Quietly: what is absent, cut off or only a name.</summary>
    Soft,

    /// <summary>As an error.</summary>
    Error,
}
