using System.Diagnostics;

namespace Workbench.Simulators.Tests.Providers;

/// <summary>Python's own LZMA reader: what it unpacks, others unpack too.</summary>
static class Unpacker
{
    /// <summary>Why it cannot be asked; null where it can.</summary>
    public static string? SkipReason { get; } = Try();

    public static byte[] Unpack(byte[] packed)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import lzma,sys; sys.stdout.buffer.write(lzma.decompress(sys.stdin.buffer.read()))"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        using var plain = new MemoryStream();
        python.StandardInput.BaseStream.Write(packed);
        python.StandardInput.Close();
        python.StandardOutput.BaseStream.CopyTo(plain);
        python.WaitForExit();
        return python.ExitCode == 0 ? plain.ToArray() : throw new InvalidDataException("Python cannot unpack it.");
    }

    static string? Try()
    {
        try
        {
            return Unpack(Convert.FromHexString("5D00004000FFFFFFFFFFFFFFFF0083FFFBFFFFC0000000")).Length == 0 ? null : "Python's lzma unpacks nothing into something.";
        }
        catch (Exception absent) when (absent is System.ComponentModel.Win32Exception or InvalidDataException or IOException)
        {
            return "Python 3 with lzma is not there: " + absent.Message;
        }
    }
}
