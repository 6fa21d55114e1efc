using System.Globalization;

namespace Workbench.App;

/// <summary>Processor time of the calling thread: what a loop costs whatever else the machine does, the runtime's own threads left out.</summary>
static class ProcessorTime
{
    const string Statistics = "/proc/thread-self/schedstat";

    /// <summary>So far; where the system does not tell it of a thread, of the whole process.</summary>
    public static TimeSpan OfThisThread()
    {
        if (!File.Exists(Statistics))
        {
            return Environment.CpuUsage.TotalTime;
        }

        var nanos = File.ReadAllText(Statistics).Split(' ')[0];
        return TimeSpan.FromTicks(long.Parse(nanos, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
    }
}
