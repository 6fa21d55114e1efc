namespace Workbench.Platform.Tests.Vault;

public sealed class EnvironmentVaultTests : IDisposable
{
    static readonly (string Name, string Value)[] Variables =
    [
        ("WORKBENCH_TESTVENUE_MY_DEMO_KEY", "a-key"), ("WORKBENCH_TESTVENUE_MY_DEMO_SECRET", "a-secret"),
        ("WORKBENCH_TESTVENUE_MY_DEMO_ACCOUNT", "7"), ("WORKBENCH_TESTVENUE_MY_DEMO_ENVIRONMENT", "testnet"),
    ];

    readonly EnvironmentVault vault = new();

    public EnvironmentVaultTests() => Array.ForEach(Variables, each => Environment.SetEnvironmentVariable(each.Name, each.Value));

    [Fact]
    public void Keys_are_read_by_venue_and_name() => Assert.Equal(
        new VenueKeys { Venue = "testvenue", Name = "my-demo", Key = "a-key", Secret = "a-secret", Account = "7", Environment = "testnet" },
        vault.Find("testvenue", "my-demo"));

    [Fact]
    public void They_are_listed_without_what_is_secret() =>
        Assert.Contains(new VaultEntry("testvenue", "my-demo", "7", "testnet", "environment"), vault.List());

    [Fact]
    public void What_is_not_set_is_not_there() => Assert.Null(vault.Find("testvenue", "other"));

    [Fact]
    public void It_can_only_be_read()
    {
        Assert.Equal("WB5205", Assert.Throws<WorkbenchException>(() => vault.Store(FileVaultTests.Demo("x"))).Code);
        Assert.Equal("WB5205", Assert.Throws<WorkbenchException>(() => vault.Remove("testvenue", "my-demo")).Code);
        Assert.False(vault.Remove("testvenue", "other"));
    }

    public void Dispose() => Array.ForEach(Variables, each => Environment.SetEnvironmentVariable(each.Name, null));
}
