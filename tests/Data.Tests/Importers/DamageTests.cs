using System.IO.Compression;
using System.Text;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Importers;

/// <summary>Files with random bytes changed, dropped or doubled: each imports or is refused in words, and nothing else happens.</summary>
public sealed class DamageTests
{
    const int Rounds = 500;

    static readonly Dictionary<string, (string Name, byte[] Bytes)> Sound = new()
    {
        ["csv ticks"] = ("t.csv", Utf8("time,bid,ask,bidsize\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2024-01-08 00:00:{i:D2}.5,1.0850{i % 10},1.0852{i % 10},\"{i}\"\n")))),
        ["csv bars"] = ("b.csv", Utf8("Date,Time,Open,High,Low,Close,Volume\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2024.01.08,00:{i:D2},1.1,1.3,1.0,1.2,{i}\n")))),
        ["csv newest first"] = ("n.csv", Utf8("time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{1_704_700_000 - 60 * i},1.1,1.3,1.0,1.2\n")))),
        ["dukascopy-json"] = ("ticks-EUR-USD.json", Utf8("""{"timestamp":1704700000000,"multiplier":1.0E-5,"ask":1.08512,"bid":1.08510,"times":[84,114,101],"asks":[0,1,-3],"bids":[0,2,-3],"askVolumes":[1.48,1,1],"bidVolumes":[1,2.25,1]}""")),
        ["yahoo-json"] = ("y.json", Utf8("""{"chart":{"result":[{"meta":{"symbol":"EURUSD=X","dataGranularity":"1d"},"timestamp":[1704700000,1704786400,1704872800],"indicators":{"quote":[{"open":[1.1,null,1.1],"high":[1.2,null,1.2],"low":[1.0,null,1.0],"close":[1.15,null,1.1],"volume":[0,null,0]}]}}],"error":null}}""")),
        ["lean"] = ("forex/oanda/tick/eurusd/20240108_quote.zip", Zip(string.Concat(Enumerable.Range(0, 60).Select(i => $"{i * 1000},1.0850{i % 10},1.0852{i % 10}\r\n")))),
    };

    public static TheoryData<string> Kinds => [.. Sound.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_file_imports_or_is_refused_in_words(string kind)
    {
        var (name, bytes) = Sound[kind];
        var format = kind.Split(' ')[0];
        using var folder = new TempFolder();
        var file = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        Assert.True(Import(format, file) > 0, "the sound file imports");

        var refused = 0;
        for (var seed = 1; seed <= Rounds; seed++)
        {
            File.WriteAllBytes(file, Damage(bytes, seed));
            try
            {
                Import(format, file);
            }
            catch (WorkbenchException error)
            {
                Assert.True(error.Exit is ExitCode.Data or ExitCode.Usage or ExitCode.NotFound, $"seed {seed}: {error}");
                refused++;
            }
            catch (Exception other)
            {
                Assert.Fail($"{kind}, seed {seed}: {other}");
            }
        }

        Assert.InRange(refused, Rounds / 20, Rounds);
    }

    static long Import(string format, string file) =>
        ImportFormats.Open(format, file, InstrumentTable.BuiltIn.Find("EURUSD"), new ImportOptions { MaxRejectedShare = 1m, MaxBackwardsShare = 1m, MaxCrossedShare = 1m })
            .Sum(tape => Importing.Drain(tape).Count);

    static byte[] Damage(byte[] sound, int seed)
    {
        var dice = new SeededRandom(seed);
        var bytes = sound.ToList();
        for (var blow = 0; blow <= dice.Next(4) && bytes.Count > 1; blow++)
        {
            var at = dice.Next(bytes.Count);
            switch (dice.Next(5))
            {
                case 0: bytes[at] = (byte)dice.Next(256); break;
                case 1: bytes[at] = (byte)"0123456789-.,e\"\n:[]{}"[dice.Next(21)]; break;
                case 2: bytes.RemoveRange(at, Math.Min(dice.Next(1, 30), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, Enumerable.Repeat((byte)'9', dice.Next(1, 25))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Zip(string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("20240108_eurusd_tick_quote.csv").Open())
        {
            entry.Write(Utf8(text));
        }

        return stream.ToArray();
    }
}
