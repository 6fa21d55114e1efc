using Workbench.Data.Providers;
using Workbench.Data.Routing;

namespace Workbench.App;

/// <summary>A source that ships, with what the user says of it.</summary>
/// <param name="Known">The source.</param>
/// <param name="Entry">What the user says.</param>
/// <param name="Place">Its place among those that ship, from 1.</param>
sealed record SourceSeat(KnownProvider Known, SourceEntry Entry, int Place)
{
    /// <summary>Between two that ship there is room for those that the user moves.</summary>
    const int Step = 10;

    public string Name => Known.Profile.Name;

    public Uri Address => Entry.Address is { } said ? SourceSettings.Address(said) : Known.Profile.Address;

    public int Priority => Entry.Priority ?? Place * Step;

    public bool IsOn => Entry.On ?? true;

    public Func<string?> Key { get; } = SourceKeys.Of(Known.Profile.Name);
}
