using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A source that is not asked without its key. The vault is opened when a want would really go there, and not before.</summary>
sealed class KeyedProvider(IDataProvider inner, Func<string?> key) : IDataProvider
{
    public ProviderProfile Profile => inner.Profile;

    public string? Refusal(DataWant want) => inner.Refusal(want) ?? (key() is null ? RouteErrors.NoKey(Profile.Name) : null);

    public IReadOnlyList<Piece> Plan(DataWant want, long now) => inner.Plan(want, now);

    public Task<byte[]> Fetch(Piece piece, CancellationToken cancel) => inner.Fetch(piece, cancel);

    public void Listen(Action<string> tell) => inner.Listen(tell);

    public Task<string> Test(CancellationToken cancel) => inner.Test(cancel);
}
