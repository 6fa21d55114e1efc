using System.Globalization;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App.Tests.Kit;

/// <summary>A session on live prices in a process of its own, such as one at a simulated venue in another one.</summary>
sealed class LiveRun : IDisposable
{
    static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    readonly Shell shell;

    public LiveRun(Shell shell, SimVenue venue, string script, params string[] more)
        : this(shell, [], ["live", script, "--broker", "oanda", "--sim", venue.Root.ToString(), "--data", "EURUSD", .. more])
    {
    }

    public LiveRun(Shell shell, IEnumerable<KeyValuePair<string, string>> environment, params string[] words) => (this.shell, Process) = (shell, shell.StartUnder(environment, words));

    /// <summary>Its process.</summary>
    public Running Process { get; }

    /// <summary>Its folder, once it has one.</summary>
    public SessionFolder Folder => new(Directory.GetDirectories(shell.Journals).Where(path => Directory.Exists(Path.Combine(path, "journal"))).Max(StringComparer.Ordinal)!);

    /// <summary>Why it does not trade now; null where it cannot be asked.</summary>
    public IReadOnlyList<string>? Reasons => Status() is { } status ? [.. status.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!)] : null;

    /// <summary>Waits until it trades.</summary>
    public LiveRun Trading()
    {
        Process.Until(() => Reasons is { Count: 0 }, TimeSpan.FromSeconds(90));
        return this;
    }

    /// <summary>Waits until it says why it does not trade.</summary>
    public void Says(string reason) => Process.Until(() => Reasons is { } reasons && reasons.Any(each => each.Contains(reason, StringComparison.Ordinal)), TimeSpan.FromSeconds(90));

    /// <summary>How often it has found at its venue all that it knows of: once at its start, and once after each time it was cut off.</summary>
    public int Meetings => Process.Said.Split("All is known at ").Length - 1;

    /// <summary>Waits until it was cut off since it had met its venue so often. It may be back before one can ask it: then it has met the venue once more.</summary>
    public void WasCutOff(int meetings) => Process.Until(
        () => Meetings > meetings || (Reasons is { } reasons && reasons.Any(each => each.Contains("cut off", StringComparison.Ordinal))), TimeSpan.FromSeconds(90));

    /// <summary>How it stands; null where it does not answer.</summary>
    public JsonElement? Status()
    {
        try
        {
            using var answer = ControlClient.Ask(Folder, "status", "", Short);
            return answer.RootElement.Clone();
        }
        catch (WorkbenchException)
        {
            return null;
        }
        catch (Exception early) when (early is DirectoryNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    /// <summary>Tells it to end.</summary>
    public LiveRun Stop()
    {
        ControlClient.Ask(Folder, "stop", "by the test", Short).Dispose();
        return this;
    }

    /// <summary>Its answer at the end.</summary>
    public Answer End() => Process.Wait(TimeSpan.FromMinutes(2));

    /// <summary>How it stood at its end.</summary>
    public JsonElement Last() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Folder.LastStatus));

    /// <summary>Units held by a status.</summary>
    public static decimal Held(JsonElement status) =>
        status.GetProperty("positions").EnumerateArray().Sum(held => decimal.Parse(held.GetProperty("qty").GetString()!, CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (!Process.IsOver)
        {
            Process.Kill();
        }
    }
}
