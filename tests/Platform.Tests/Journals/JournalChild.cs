using System.Diagnostics;
using System.Globalization;

namespace Workbench.Platform.Tests.Journals;

/// <summary>A process that writes a journal until it is killed, and says after each commit how far it came.</summary>
static class JournalChild
{
    public static void WriteForEver(string folder)
    {
        using var journal = JournalWriter.Open(folder, new JournalOptions { SegmentBytes = 64 << 10, ReserveBytes = 0 });
        while (true)
        {
            for (var each = 0; each < 20; each++)
            {
                journal.Append(Records.Of(journal.LastNumber + 1));
            }

            journal.Commit();
            Console.Out.WriteLine(journal.CommittedNumber.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(JournalChild).Assembly.Location, "journal", folder]) { RedirectStandardOutput = true };
        return Process.Start(start)!;
    }
}
