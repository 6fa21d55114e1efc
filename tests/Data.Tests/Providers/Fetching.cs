using Workbench.Data.Instruments;
using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Providers;

/// <summary>What the tests of all providers do: plan a want, fetch it from a loopback server, look at how it failed.</summary>
static class Fetching
{
    public const string Key = "s3cr3t-k3y-0123456789";

    public static long At(string iso) => UtcNanos.From(DateTime.Parse(iso, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal));

    public static DataWant Want(string symbol, DataKind kind, string bars, string from, string to) => new(
        InstrumentTable.BuiltIn.Find(symbol), kind, bars.Length == 0 ? default : BarSpec.Parse(bars, null), new TimeRange(At(from), At(to)));

    /// <summary>A provider of the server, as the program makes it.</summary>
    public static IDataProvider Make(string name, Loopback server, HttpClient http) =>
        KnownProviders.TryFind(name)!.Make(http, server.Address, () => Key, InstrumentTable.BuiltIn);

    /// <summary>The first piece of a want, from a server that always says the same.</summary>
    public static async Task<byte[]> First(string name, DataWant want, LoopbackAnswer answer)
    {
        using var server = new Loopback(_ => answer);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var provider = Make(name, server, http);
        return await provider.Fetch(provider.Plan(want, At("2026-07-01"))[0], CancellationToken.None);
    }

    /// <summary>How it failed. Nothing that it says holds the key.</summary>
    public static async Task<ProviderException> Failure(string name, DataWant want, LoopbackAnswer answer)
    {
        var error = await Assert.ThrowsAsync<ProviderException>(() => First(name, want, answer));
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.OrdinalIgnoreCase);
        return error;
    }
}
