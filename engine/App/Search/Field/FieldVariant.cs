using Workbench.Core;

namespace Workbench.App;

/// <summary>One runner of a field.</summary>
/// <param name="Key">Its canonical name.</param>
/// <param name="Settings">What sets it apart, as <c>name=value</c>.</param>
/// <param name="Create">Makes the fresh strategy, its parameters set. What it throws is the variant's failure and nobody else's.</param>
sealed record FieldVariant(string Key, IReadOnlyList<string> Settings, Func<Strategy> Create)
{
    /// <summary>Terms of its own, such as dearer costs; default those of the field.</summary>
    public RunConfig? Config { get; init; }
}
