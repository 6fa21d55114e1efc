using Workbench.Model;

namespace Workbench.App;

/// <summary>A simulator that a session trades at: one in this process, or one that runs elsewhere on this machine.</summary>
/// <param name="Root">Its address.</param>
/// <param name="Keys">What opens its account.</param>
/// <param name="Owned">The simulator, where it is in this process; null elsewhere.</param>
sealed record SimPlace(Uri Root, VenueKeys Keys, IAsyncDisposable? Owned) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owned?.DisposeAsync() ?? ValueTask.CompletedTask;
}
