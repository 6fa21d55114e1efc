using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Workbench.Model;

namespace Workbench.App.Tests.Kit;

/// <summary>The program while it works.</summary>
sealed class Running
{
    readonly Process process;
    readonly Task<string> output;
    readonly Task<string> error;
    readonly StringBuilder said = new();
    readonly StringBuilder heard = new();
    bool isWaitedFor;

    public Running(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = Listen(process.StandardOutput, heard);
        error = Listen(process.StandardError, said);
    }

    /// <summary>What it has said on stderr so far.</summary>
    public string Said => Text(said);

    /// <summary>What it has written to stdout so far.</summary>
    public string Heard => Text(heard);

    /// <summary>Whether it is over.</summary>
    public bool IsOver => isWaitedFor || process.HasExited;

    /// <summary>What a person's Ctrl-C sends.</summary>
    public void Interrupt() => Send(2);

    /// <summary>What a service manager sends.</summary>
    public void Terminate() => Send(15);

    /// <summary>What a person's Ctrl-\ sends.</summary>
    public void Quit() => Send(3);

    /// <summary>Lets it hang: it runs no more, and keeps all it has.</summary>
    public void Freeze() => Send(OperatingSystem.IsMacOS() ? 17 : 19);

    /// <summary>Lets it run again.</summary>
    public void Thaw() => Send(OperatingSystem.IsMacOS() ? 19 : 18);

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits until something is true of the world, while the program works.</summary>
    public void Until(Func<bool> holds) => Until(holds, TimeSpan.FromSeconds(60));

    /// <summary>As above, with more patience.</summary>
    public void Until(Func<bool> holds, TimeSpan longest)
    {
        var patience = Stopwatch.StartNew();
        while (!holds())
        {
            if (process.HasExited || patience.Elapsed > longest)
            {
                process.Kill();
                throw new InvalidOperationException("The program was over before its time: " + Wait(TimeSpan.FromSeconds(5)));
            }

            Thread.Sleep(20);
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

            isWaitedFor = true;
            return new Answer((ExitCode)process.ExitCode, output.Result, error.Result);
        }
    }

    static async Task<string> Listen(StreamReader from, StringBuilder into)
    {
        var block = new char[1024];
        while (await from.ReadAsync(block) is var length and > 0)
        {
            lock (into)
            {
                into.Append(block, 0, length);
            }
        }

        return Text(into);
    }

    static string Text(StringBuilder of)
    {
        lock (of)
        {
            return of.ToString();
        }
    }

    void Send(int signal) => Assert.Equal(0, Signal(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int Signal(int pid, int signal);
}
