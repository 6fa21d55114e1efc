using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.App.Tests.Kit;

/// <summary>Libraries for scripts to bring along, compiled when a test wants one: what the determinism gate refuses in a script, a library can do.</summary>
static class Library
{
    /// <summary>Reads the bids of the lake's EURUSD ticks, once and for ever, from wherever it finds the lake.</summary>
    public const string Foresight = """
        using System;
        using System.Collections.Generic;
        using Workbench.Data.Calendars;
        using Workbench.Data.Lake;
        using Workbench.Model;

        public static class Foresight
        {
            public static string Lake = "home/data/lake";
            static long[] times, bids;

            // The newest bid at an instant, whether it has come already or not.
            public static long BidAt(DateTime time)
            {
                Load();
                var at = Array.BinarySearch(times, UtcNanos.From(time));
                return bids[Math.Clamp(at < 0 ? ~at - 1 : at, 0, bids.Length - 1)];
            }

            public static long[] All() { Load(); return bids; }

            static void Load()
            {
                if (times != null) return;
                var lake = new ParquetLake(Lake, SessionCalendars.Find);
                var (readTimes, readBids, batch) = (new List<long>(), new List<long>(), new TickBatch());
                using var ticks = lake.Ticks(lake.Instrument("EURUSD"), TimeRange.All);
                while (ticks.Read(batch))
                    for (var i = 0; i < batch.Count; i++) { readTimes.Add(batch.Time[i]); readBids.Add(batch.Bid[i]); }
                (times, bids) = (readTimes.ToArray(), readBids.ToArray());
            }
        }
        """;

    /// <summary>Compiles a library into the shell's folder, beside its scripts.</summary>
    public static void Make(Shell shell, string name, string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "Workbench.Model.dll" or "Workbench.Data.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compiled = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(text)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(shell.Path(name + ".dll"));
        Assert.True(compiled.Success, string.Join('\n', compiled.Diagnostics));
    }
}
