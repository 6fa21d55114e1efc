using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Notebooks.Jupyter;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Chapters;

/// <summary>A notebook of the project as it was executed: what each cell showed, as plain text.</summary>
sealed partial class Chapter
{
    // Tests of a collection run one after the other, so nobody else looks while a chapter is added.
    static readonly Dictionary<string, (Chapter Chapter, Shell Project)> Known = [];

    readonly Notebook notebook;

    Chapter(Notebook notebook) => this.notebook = notebook;

    /// <summary>All that the cells showed, with what differs from run to run taken out.</summary>
    public string Steady => Changing().Replace(Passing().Replace(string.Join("\n----\n", notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(Shown)), ""), "…");

    /// <summary>One as it is without Python; executed when it is first asked for, in a project of its own that is kept until the tests' end.</summary>
    public static (Chapter Chapter, Shell Project) Once(Lab lab, string name)
    {
        if (!Known.TryGetValue(name, out var known))
        {
            var project = Project(lab.Kept());
            known = Known[name] = (Headless(project, name), project);
        }

        return known;
    }

    /// <summary>Executes one without Python.</summary>
    public static Chapter Headless(Shell shell, string name)
    {
        var done = shell.Path(name + ".headless.ipynb");
        shell.Run("notebook", "run", Source(name), "--out", done).Good();
        return new Chapter(NotebookFile.Read(done));
    }

    /// <summary>Executes one as Jupyter does, through the installed kernel.</summary>
    public static Chapter InJupyter(Shell shell, string name)
    {
        InstalledJupyter.Install(shell);
        InstalledJupyter.Run(shell, "-m", "nbconvert", "--to", "notebook", "--execute", Source(name), "--output-dir", shell.Path("."), "--output", name + ".jupyter.ipynb").Good();
        return new Chapter(NotebookFile.Read(shell.Path(name + ".jupyter.ipynb")));
    }

    /// <summary>A project with the scripts and samples of this one, and nothing else.</summary>
    public static Shell Project(Shell shell)
    {
        Directory.CreateDirectory(shell.Path("home/data"));
        Directory.CreateSymbolicLink(shell.Path("home/data/samples"), Repository.Path("data/samples"));
        Directory.CreateSymbolicLink(shell.Path("home/strategies"), Repository.Path("strategies"));
        return shell;
    }

    /// <summary>What the only cell that holds this text showed last.</summary>
    public string After(string text) => Shown(notebook.Cells.Single(cell => cell.Kind == CellKind.Code && cell.Source.Contains(text, StringComparison.Ordinal))).Split("\n--\n")[^1];

    /// <summary>A number behind a name in what that cell showed.</summary>
    public double Number(string text, string name) =>
        double.Parse(Regex.Match(After(text), $@"(?m)^{Regex.Escape(name)}\s+(\S+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The outputs that draw a figure.</summary>
    public int Figures => notebook.Cells.SelectMany(cell => cell.Outputs).Count(output => output?["data"]?["application/vnd.plotly.v1+json"] is not null);

    static string Source(string name) => Repository.Path($"notebooks/{name}.ipynb");

    static string Shown(NotebookCell cell) => string.Join("\n--\n", cell.Outputs.Select(output => Text(output?["data"]?["text/plain"] ?? output?["text"] ?? output?["evalue"])));

    static string Text(System.Text.Json.Nodes.JsonNode? text) =>
        text is System.Text.Json.Nodes.JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "";

    // Names of runs, times by the wall clock, and the room that these take in a table.
    [GeneratedRegex(@"\d{8}-\d{6}-[\w-]+|\d{4}-\d\d-\d\dT[\d:.]+Z| {2,}")]
    private static partial Regex Changing();

    // How far a backtest had come that took long enough to be asked.
    [GeneratedRegex(@"([\d,]+ events, at [^\n]*|reading and compiling …)\n--\n")]
    private static partial Regex Passing();
}
