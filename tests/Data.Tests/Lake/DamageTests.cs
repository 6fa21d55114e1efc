using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>A byte of the lake that is not as it was written never becomes a number.</summary>
public sealed class DamageTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;
    readonly string file;
    readonly string manifest;

    public DamageTests()
    {
        lake = Ticks.Lake(folder);
        Ticks.Write(lake, Ticks.Walk(1, "2024-01-10", 60));
        var tape = Path.Combine(folder.Path, "XAUUSD", "ticks");
        file = Directory.GetFiles(tape, "*.parquet").Single();
        manifest = Path.Combine(tape, "manifest.json");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_flipped_bit_of_a_file_is_an_error() => EveryFlip(file);

    [Fact]
    public void Every_flipped_bit_of_a_manifest_is_an_error() => EveryFlip(manifest);

    [Fact]
    public void A_file_cut_anywhere_is_an_error()
    {
        var whole = File.ReadAllBytes(file);
        for (var length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(file, whole[..length]);
            AssertRefused(length);
        }
    }

    [Fact]
    public void Random_flips_and_cuts_of_a_large_file_are_errors()
    {
        Ticks.Write(lake, Ticks.Walk(2, "2024-03-01", 200_000, longest: 10_000));
        var large = Directory.GetFiles(Path.GetDirectoryName(file)!, "2024-03*.parquet").Single();
        var whole = File.ReadAllBytes(large);
        const int seed = 20_240_301;
        var dice = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var copy = whole.ToArray();
            var at = dice.Next(whole.Length);
            copy[at] ^= (byte)(1 << dice.Next(8));
            File.WriteAllBytes(large, i % 6 == 0 ? whole[..at] : copy);
            var error = Assert.Throws<WorkbenchException>(() => Ticks.All(lake));
            Assert.True(error.Code == "WB2107", $"seed {seed}, round {i}, byte {at}: {error}");
        }
    }

    void EveryFlip(string of)
    {
        var whole = File.ReadAllBytes(of);
        for (var at = 0; at < whole.Length; at++)
        {
            var copy = whole.ToArray();
            copy[at] ^= (byte)(1 << at % 8);
            File.WriteAllBytes(of, copy);
            AssertRefused(at);
        }
    }

    void AssertRefused(int at)
    {
        try
        {
            var count = Ticks.All(lake).Count;
            Assert.Fail($"byte {at}: {count} ticks were read from a damaged file");
        }
        catch (WorkbenchException e)
        {
            Assert.Equal(ExitCode.Data, e.Exit);
        }
    }
}
