using System.Globalization;
using System.Runtime.Intrinsics.X86;

/// <summary>
/// Runs inside the program before its first line, when DOTNET_STARTUP_HOOKS names this assembly, and writes down the
/// surroundings as the program really has them: an environment variable that .NET ignores would prove nothing.
/// The runtime looks for this name, outside of any namespace.
/// </summary>
static class StartupHook
{
    public const string Variable = "WORKBENCH_TEST_WITNESS";

    public static void Initialize() => File.WriteAllLines(Environment.GetEnvironmentVariable(Variable)!,
    [
        "culture " + CultureInfo.CurrentCulture.Name,
        "number " + 1.5.ToString(CultureInfo.CurrentCulture),
        "lower " + "I".ToLower(CultureInfo.CurrentCulture),
        "zone " + TimeZoneInfo.Local.Id,
        "avx2 " + Avx2.IsSupported,
        "sse42 " + Sse42.IsSupported,
    ]);
}
