namespace Workbench.Platform.Tests.Vault;

public sealed class FileVaultTests : IDisposable
{
    readonly TempFolder folder = new();

    string Path => folder.File("deep/keys.vault");

    [Fact]
    public void Keys_come_back_as_they_went_in()
    {
        var keys = Demo("demo");
        Open().Store(keys);

        Assert.Equal(keys, Open().Find("oanda", "demo"));
        Assert.Null(Open().Find("oanda", "other"));
        Assert.Equal(new VaultEntry("oanda", "demo", "101-001", "practice", "file"), Assert.Single(Open().List()));
    }

    [Fact]
    public void Keys_of_the_same_name_are_replaced_and_others_stay()
    {
        var vault = Open();
        vault.Store(Demo("demo"));
        vault.Store(Demo("other"));
        vault.Store(Demo("demo") with { Key = "another-token-of-it" });

        Assert.Equal("another-token-of-it", vault.Find("oanda", "demo")!.Key);
        Assert.Equal(["demo", "other"], vault.List().Select(entry => entry.Name));
        Assert.True(vault.Remove("oanda", "demo"));
        Assert.False(vault.Remove("oanda", "demo"));
        Assert.Equal(["other"], vault.List().Select(entry => entry.Name));
    }

    [Fact]
    public void The_file_shows_neither_secrets_nor_names()
    {
        Open().Store(Demo("demo"));

        var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path));
        Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("oanda", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_keys_never_make_the_same_file()
    {
        Open().Store(Demo("demo"));
        var first = File.ReadAllBytes(Path);
        Open().Store(Demo("demo"));

        // Salt and nonce are at 12 to 40.
        Assert.NotEqual(first[12..28], File.ReadAllBytes(Path)[12..28]);
        Assert.NotEqual(first[28..40], File.ReadAllBytes(Path)[28..40]);
        Assert.NotEqual(first[^20..], File.ReadAllBytes(Path)[^20..]);
    }

    [Fact]
    public void A_wrong_passphrase_is_said_to_be_one()
    {
        Open().Store(Demo("demo"));

        Assert.Equal("WB5207", Assert.Throws<WorkbenchException>(() => new FileVault(Path, () => "wrong").Find("oanda", "demo")).Code);
        Assert.Equal("WB5207", Assert.Throws<WorkbenchException>(() => new FileVault(Path, () => "wrong").Store(Demo("x"))).Code);
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_said_to_be_damage()
    {
        Open().Store(Demo("demo"));
        var bytes = File.ReadAllBytes(Path);

        // Behind the header each guess costs a stretched passphrase, so some places stand for all.
        foreach (var at in Enumerable.Range(0, 60).Concat([60, 75, 76, bytes.Length / 2, bytes.Length - 1]))
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            File.WriteAllBytes(Path, changed);
            Assert.Equal("WB5208", Assert.Throws<WorkbenchException>(() => Open().List()).Code);
        }
    }

    [Fact]
    public void A_file_cut_short_is_damage()
    {
        Open().Store(Demo("demo"));
        var bytes = File.ReadAllBytes(Path);
        foreach (var length in new[] { 0, 7, 59, 75, bytes.Length - 1 })
        {
            File.WriteAllBytes(Path, bytes[..length]);
            Assert.Equal("WB5208", Assert.Throws<WorkbenchException>(() => Open().List()).Code);
        }
    }

    [Fact]
    public void A_file_that_asks_for_fewer_rounds_is_refused_before_anything_is_stretched()
    {
        Open().Store(Demo("demo"));
        var bytes = File.ReadAllBytes(Path);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 599_999);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(56), Crc32C.Of(bytes.AsSpan(0, 56)));
        File.WriteAllBytes(Path, bytes);

        var refused = Assert.Throws<WorkbenchException>(() => Open().List());
        Assert.Equal("WB5208", refused.Code);
        Assert.Contains("rounds", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_open_is_refused(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Open().Store(Demo("demo"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));

        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        Assert.Equal("WB5206", Assert.Throws<WorkbenchException>(() => Open().List()).Code);
    }

    [Fact]
    public async Task Keys_that_are_added_at_once_are_all_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => Open().Store(Demo($"demo-{number}")))));

        Assert.Equal(4, Open().List().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Demo")]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("-x")]
    public void A_name_is_letters_digits_and_dashes(string name) =>
        Assert.Equal("WB5202", Assert.Throws<WorkbenchException>(() => Open().Store(Demo(name))).Code);

    internal static VenueKeys Demo(string name) => new() { Venue = "oanda", Name = name, Key = "planted-token-5ea7", Secret = "planted/secret+6fb8=", Account = "101-001" };

    FileVault Open() => new(Path, () => "correct horse");

    public void Dispose() => folder.Dispose();
}
