using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbench.App;

/// <summary>The machine that figures belong to.</summary>
/// <param name="Cpu">Name of the processor.</param>
/// <param name="Cores">Logical ones.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="Date">Day of the measurement, UTC.</param>
sealed record Machine(string Cpu, int Cores, string Runtime, string Date)
{
    const string CpuInfo = "/proc/cpuinfo";

    public static Machine This() => new(
        CpuName(), Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    static string CpuName()
    {
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
