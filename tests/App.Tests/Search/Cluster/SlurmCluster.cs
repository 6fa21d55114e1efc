using System.Diagnostics;
using System.Security.Cryptography;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>A Slurm of our own on loopback: a controller, two nodes of two cores each, and munge between them, all in one temporary folder.</summary>
sealed class SlurmCluster : IDisposable
{
    static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol"];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    readonly TempFolder folder = new();
    readonly Dictionary<string, Process> daemons = [];
    readonly int controllerPort = FreePort();

    public SlurmCluster()
    {
        foreach (var name in (string[])["munge", "state", "spool/n1", "spool/n2", "log"])
        {
            Directory.CreateDirectory(folder.File(name));
        }

        // munge refuses a folder that others may write to, and a key that others may read.
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.WriteAllBytes(Key, RandomNumberGenerator.GetBytes(1_024));
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(Config, Text());
        Start("munged", "munged", "-F", "--key-file=" + Key, "--socket=" + Socket, "--pid-file=" + folder.File("munge/pid"),
            "--seed-file=" + folder.File("munge/seed"), "--log-file=" + folder.File("munge/log"));
        Await("munge's socket", () => File.Exists(Socket));
        Start("slurmctld", "slurmctld", "-D", "-i");
        StartNode("n1");
        StartNode("n2");
        Await("two idle nodes", () => Ask("sinfo", "-N", "-h", "-o", "%T").Split('\n').Count(state => state == "idle") == 2);
    }

    /// <summary>Why there is none here; null where there is.</summary>
    public static string? SkipReason { get; } =
        !OperatingSystem.IsLinux() || !System.Environment.IsPrivilegedProcess ? "A Slurm of our own is started by root on Linux."
        : Programs.FirstOrDefault(program => !IsThere(program)) is { } missing ? $"{missing} is not here. On Debian: sudo apt-get install slurmctld slurmd slurm-client munge."
        : null;

    /// <summary>What a process needs in its environment to talk to this cluster.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => [new("SLURM_CONF", Config)];

    /// <summary>Kills a node with all that runs on it, as a power cut does.</summary>
    public void PullThePlug(string node)
    {
        int[] below = [.. ChildrenOf(daemons[node].Id), .. WorkersOf(node)];
        LoseSightOf(node);
        foreach (var pid in below)
        {
            Try(() => Process.GetProcessById(pid).Kill());
        }
    }

    /// <summary>Kills a node's daemon and leaves its workers alone: a node that the controller has lost sight of.</summary>
    public void LoseSightOf(string node)
    {
        Kill(daemons[node]);
        daemons.Remove(node);
    }

    /// <summary>Workers of ours on a node.</summary>
    public IReadOnlyList<int> WorkersOf(string node) => [.. Directory.GetDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
        .Where(pid => pid > 0 && EnvironmentOf(pid) is var text && text.Contains("SLURMD_NODENAME=" + node + "\0", StringComparison.Ordinal) && text.Contains(Config, StringComparison.Ordinal))];

    /// <summary>Starts a node, the first time or after the plug was pulled.</summary>
    public void StartNode(string node) => Start(node, "slurmd", "-D", "-N", node);

    public void Dispose()
    {
        Ask("scancel", "--user=root");
        foreach (var node in (string[])["n1", "n2"])
        {
            foreach (var pid in WorkersOf(node))
            {
                Try(() => Process.GetProcessById(pid).Kill());
            }
        }

        foreach (var daemon in daemons.Values.Reverse())
        {
            Kill(daemon);
        }

        Try(folder.Dispose);
    }

    string Config => folder.File("slurm.conf");

    string Key => folder.File("munge/key");

    string Socket => folder.File("munge/socket");

    // Everything listens on loopback alone; a node is missed after ten seconds, so that a test need not wait for minutes.
    string Text() => $"""
        ClusterName=workbench
        SlurmctldHost=localhost(127.0.0.1)
        SlurmctldPort={controllerPort}
        SlurmdPort={controllerPort + 1}
        SlurmUser=root
        SlurmdUser=root
        AuthType=auth/munge
        AuthInfo=socket={Socket},cred_expire=5
        CredType=cred/munge
        CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
        StateSaveLocation={folder.File("state")}
        SlurmdSpoolDir={folder.File("spool")}/%n
        SlurmctldPidFile={folder.File("state/slurmctld.pid")}
        SlurmdPidFile={folder.File("spool")}/%n.pid
        SlurmctldLogFile={folder.File("log/slurmctld.log")}
        SlurmdLogFile={folder.File("log")}/slurmd.%n.log
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        JobAcctGatherType=jobacct_gather/none
        AccountingStorageType=accounting_storage/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core
        SchedulerType=sched/backfill
        SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0,bf_interval=2,requeue_setup_env_fail
        SwitchType=switch/none
        MpiDefault=none
        ReturnToService=2
        JobRequeue=1
        RequeueExit=75
        SlurmdTimeout=10
        SlurmctldTimeout=10
        KillWait=3
        MinJobAge=300
        MaxArraySize=10001
        TreeWidth=65533
        MessageTimeout=5
        NodeName=n1 NodeAddr=127.0.0.1 NodeHostname=n1 Port={controllerPort + 2} CPUs=2 RealMemory=4000 State=UNKNOWN
        NodeName=n2 NodeAddr=127.0.0.1 NodeHostname=n2 Port={controllerPort + 3} CPUs=2 RealMemory=4000 State=UNKNOWN
        PartitionName=main Nodes=n1,n2 Default=YES MaxTime=60 State=UP OverSubscribe=NO

        """;

    void Start(string name, string program, params string[] words)
    {
        // setsid: what a daemon starts must not die with the tests' own process group, and its signals must not reach it.
        var start = new ProcessStartInfo("setsid", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Config;
        var daemon = Process.Start(start)!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        daemons[name] = daemon;
    }

    string Ask(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Config;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return answer.Trim();
    }

    void Await(string what, Func<bool> isThere)
    {
        var clock = Stopwatch.StartNew();
        while (!isThere())
        {
            if (clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Slurm did not come to {what}: " + string.Join('\n', Directory.GetFiles(folder.File("log")).Select(File.ReadAllText)));
            }

            Thread.Sleep(100);
        }
    }

    static void Kill(Process daemon) => Try(() =>
    {
        daemon.Kill();
        daemon.WaitForExit();
        daemon.Dispose();
    });

    static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception gone) when (gone is InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            // It has ended by itself in between.
        }
    }

    /// <summary>Slurm's own steps, one for each shard at work; they outlive the daemon that started them.</summary>
    static IEnumerable<int> ChildrenOf(int parent) => Directory.GetDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
        .Where(pid => pid > 0 && ParentOf(pid) == parent);

    static int ParentOf(int pid)
    {
        try
        {
            // The name stands in brackets and may hold blanks; state and parent follow it.
            var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{pid}/stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    static string EnvironmentOf(int pid)
    {
        try
        {
            return File.ReadAllText(FormattableString.Invariant($"/proc/{pid}/environ"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static bool IsThere(string program) => new[] { "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin" }.Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The first of four ports in a row that are free now.</summary>
    static int FreePort()
    {
        for (var port = 26_000 + RandomNumberGenerator.GetInt32(8_000) * 4; ; port += 4)
        {
            if (Enumerable.Range(port, 4).All(IsFree))
            {
                return port;
            }
        }
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
