namespace Workbench.Platform.Tests.Vault;

public sealed class KeyChainTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Secrets secrets = new();

    [Fact]
    public void Keys_that_are_found_are_known_secrets_before_anyone_has_them()
    {
        File("one").Store(FileVaultTests.Demo("demo"));

        var keys = new KeyChain([new EnvironmentVault(), File("one")], secrets).Find("oanda", "demo");

        Assert.True(secrets.AreIn(keys.Key));
        Assert.True(secrets.AreIn(keys.Secret));
    }

    [Fact]
    public void The_first_store_that_has_them_counts()
    {
        File("one").Store(FileVaultTests.Demo("demo") with { Account = "first" });
        File("two").Store(FileVaultTests.Demo("demo") with { Account = "second" });

        Assert.Equal("first", new KeyChain([File("one"), File("two")], secrets).Find("oanda", "demo").Account);
        Assert.Equal("second", new KeyChain([File("two"), File("one")], secrets).Find("oanda", "demo").Account);
    }

    [Fact]
    public void Keys_that_are_nowhere_are_missed_with_those_that_are_there()
    {
        var chain = new KeyChain([File("one")], secrets);
        chain.Store(FileVaultTests.Demo("demo"), "file");

        var missed = Assert.Throws<WorkbenchException>(() => chain.Find("binance", "demo"));
        Assert.Equal("WB5201", missed.Code);
        Assert.Contains("oanda/demo", missed.Message, StringComparison.Ordinal);
        Assert.Equal("WB5203", Assert.Throws<WorkbenchException>(() => chain.Store(FileVaultTests.Demo("x"), "cloud")).Code);
        Assert.Equal(["file"], chain.Remove("oanda", "demo"));
        Assert.Empty(chain.Remove("oanda", "demo"));
    }

    FileVault File(string name) => new(folder.File(name), () => "correct horse");

    public void Dispose() => folder.Dispose();
}
