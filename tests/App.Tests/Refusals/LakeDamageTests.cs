using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Refusals;

/// <summary>A file of the lake that was cut or has a flipped bit: the run is refused, never quietly wrong.</summary>
[Collection(LabCollection.Name)]
public sealed class LakeDamageTests(Lab lab)
{
    [Fact]
    public void A_damaged_file_never_gives_a_wrong_number()
    {
        var seed = 20_240_304;
        var dice = new Random(seed);
        var sound = Hash(lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--json").Good());
        using var shell = lab.FreshWithData();
        var file = Directory.GetFiles(shell.Lake, "*.parquet", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        for (var round = 0; round < 8; round++)
        {
            var at = dice.Next(bytes.Length);
            File.WriteAllBytes(file, round % 2 == 0 ? bytes[..at] : Flipped(bytes, at, dice.Next(8)));
            var answer = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--json");
            var place = $"seed {seed}, round {round}, byte {at}: {answer}";
            if (answer.Exit == ExitCode.Ok)
            {
                Assert.True(Hash(answer) == sound, place);
            }
            else
            {
                Assert.True(answer.Exit == ExitCode.Data, place);
                Assert.Matches("^WB2[12][0-9][0-9] ", answer.Error);
            }
        }

        Assert.DoesNotContain(Directory.GetDirectories(shell.Runs), folder => folder.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_manifest_is_refused()
    {
        using var shell = lab.FreshWithData();
        var manifest = Directory.GetFiles(shell.Lake, "manifest.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("60000", "60001", StringComparison.Ordinal));
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks").Refused("WB2106", ExitCode.Data).Saying("manifest.json");
    }

    static byte[] Flipped(byte[] bytes, int at, int bit)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] ^= (byte)(1 << bit);
        return copy;
    }

    static string Hash(Answer answer) => answer.Json().GetProperty("eventLogHash").GetString()!;
}
