using System.Collections;

namespace Workbench.Platform.Vault;

/// <summary>
/// Keys from the environment, for containers and scheduled jobs: <c>WORKBENCH_OANDA_DEMO_KEY</c>, <c>…_SECRET</c>,
/// <c>…_ACCOUNT</c>, <c>…_ENVIRONMENT</c> for the venue <c>oanda</c> and the name <c>demo</c>. It can only be read.
/// </summary>
public sealed class EnvironmentVault : IVault
{
    const string Prefix = "WORKBENCH_";
    const string KeySuffix = "_KEY";

    public string Name => "environment";

    public string? Refusal => null;

    public IReadOnlyList<VaultEntry> List() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)
            .Where(variable => variable.StartsWith(Prefix, StringComparison.Ordinal) && variable.EndsWith(KeySuffix, StringComparison.Ordinal))
            .Select(variable => variable[Prefix.Length..^Math.Min(KeySuffix.Length, variable.Length - Prefix.Length)].ToLowerInvariant().Split('_', 2))
            .Where(words => words is [{ Length: > 0 }, { Length: > 0 }])
            .Select(words => Find(words[0], words[1].Replace('_', '-'))).OfType<VenueKeys>().Select(keys => VaultEntry.Of(keys, this)),
    ];

    public VenueKeys? Find(string venue, string name)
    {
        VaultName.Check(venue, name);
        return Read(venue, name, "KEY") is not { Length: > 0 } key ? null : new VenueKeys
        {
            Venue = venue,
            Name = name,
            Key = key,
            Secret = Read(venue, name, "SECRET") ?? "",
            Account = Read(venue, name, "ACCOUNT") ?? "",
            Environment = Read(venue, name, "ENVIRONMENT") ?? "practice",
        };
    }

    public void Store(VenueKeys keys) => throw PlatformErrors.VaultReadOnly(Variable(keys.Venue, keys.Name, "KEY"));

    public bool Remove(string venue, string name) => Find(venue, name) is null ? false : throw PlatformErrors.VaultReadOnly(Variable(venue, name, "KEY"));

    static string? Read(string venue, string name, string what) => Environment.GetEnvironmentVariable(Variable(venue, name, what));

    static string Variable(string venue, string name, string what) =>
        $"{Prefix}{venue}_{name}_{what}".ToUpperInvariant().Replace('-', '_');
}
