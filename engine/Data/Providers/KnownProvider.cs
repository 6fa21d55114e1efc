using Workbench.Data.Instruments;

namespace Workbench.Data.Providers;

/// <summary>A source that ships with the program.</summary>
/// <param name="Profile">What it says of itself.</param>
/// <param name="Make">Makes it of a client with the pipeline inside, its address, whoever knows its key, and the names that vendors give to instruments.</param>
public sealed record KnownProvider(ProviderProfile Profile, Func<HttpClient, Uri, Func<string?>, InstrumentTable, IDataProvider> Make);
