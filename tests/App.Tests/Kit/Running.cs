using System.Diagnostics;
using System.Runtime.InteropServices;
using Workbench.Model;

namespace Workbench.App.Tests.Kit;

/// <summary>The program while it works.</summary>
sealed class Running
{
    readonly Process process;
    readonly Task<string> output;
    readonly Task<string> error;

    public Running(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What a person's Ctrl-C sends.</summary>
    public void Interrupt() => Send(2);

    /// <summary>What a service manager sends.</summary>
    public void Terminate() => Send(15);

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits until something is true of the world, while the program works.</summary>
    public void Until(Func<bool> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!holds())
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromSeconds(60))
            {
                process.Kill();
                throw new InvalidOperationException("The program was over before its time: " + Wait(TimeSpan.FromSeconds(5)));
            }

            Thread.Sleep(5);
        }
    }

    /// <summary>Its answer; one that does not come in time is an error.</summary>
    public Answer Wait(TimeSpan patience)
    {
        using (process)
        {
            if (!process.WaitForExit(patience))
            {
                process.Kill();
                throw new TimeoutException($"No answer within {patience}: {output.Result} {error.Result}");
            }

            return new Answer((ExitCode)process.ExitCode, output.Result, error.Result);
        }
    }

    void Send(int signal) => Assert.Equal(0, Signal(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int Signal(int pid, int signal);
}
