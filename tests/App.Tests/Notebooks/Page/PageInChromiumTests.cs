using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>The page as a person uses it: with keys, in a real browser, with a real kernel.</summary>
public sealed class PageInChromiumTests(Visit visit) : IClassFixture<Visit>
{
    Chromium Chromium => visit.Chromium;

    [ChromiumFact]
    public async Task A_cell_is_typed_and_run_and_a_new_one_waits_below()
    {
        await visit.Open("typed.ipynb", "");
        await Write("c1", "var n = 6;\nConsole.WriteLine(\"said\");\nn * 7");
        await Chromium.Press("Shift+Enter");

        await Chromium.Until(Cell("c1", ".outputs").Text("said") + " && " + Cell("c1", ".outputs").Text("42"));
        await Chromium.Until(Cell("c1", ".number").Text("[1]"));
        await Chromium.Until("document.querySelectorAll('.cell').length === 2 && document.activeElement.closest('.cell').dataset.id !== 'c1'");
        Assert.Empty(Chromium.Complaints);
    }

    [ChromiumFact]
    public async Task A_cell_that_throws_says_why_and_its_line_is_marked()
    {
        await visit.Open("throws.ipynb", "var a = 1;\nthrow new InvalidOperationException(\"no such thing\");");
        await Focus("c1");
        await Chromium.Press("Control+Enter");

        await Chromium.Until(Cell("c1", ".trouble").Text("no such thing"));
        await Chromium.Until(Cell("c1", ".blamed + *, .CodeMirror-code > div:nth-child(2) .blamed").Exists);
        Assert.Equal("failed", (await Chromium.Ask("document.querySelector('[data-id=c1]').dataset.state")).GetString());
    }

    [ChromiumFact]
    public async Task A_cell_that_loops_is_interrupted_and_the_next_one_runs()
    {
        await visit.Open("loops.ipynb", "Console.Write(\"on\");\nwhile (true) { await System.Threading.Tasks.Task.Delay(20); }", "5 + 5");
        await Focus("c1");
        await Chromium.Press("Control+Enter");
        await Chromium.Until(Cell("c1", ".outputs").Text("on"));
        await Chromium.Press("Escape");
        await Chromium.Press("i");
        await Chromium.Press("i");
        await Chromium.Until("['interrupted', 'lost'].includes(document.querySelector('[data-id=c1]').dataset.state)");
        await Focus("c2");
        await Chromium.Press("Control+Enter");

        await Chromium.Until(Cell("c2", ".outputs").Text("10"));
    }

    [ChromiumFact]
    public async Task A_chart_is_drawn()
    {
        NotebookFile.Write(Path.Combine(visit.Served.Folder, "chart.ipynb"), new Notebook([new NotebookCell(CellKind.Code, "Charts.Line(…)")
        {
            Id = "c1",
            Outputs = [OutputJson.Display(MimeBundle.Of(("application/vnd.plotly.v1+json", Figure)) with { RunIds = ["20260302-090000-sma-cross"], IsStale = true })],
        }]));
        await visit.Show("chart.ipynb");

        await Chromium.Until("document.querySelector('.figure .scatterlayer path.js-line')?.getAttribute('d')?.length > 20");
        await Chromium.Until(Cell("c1", ".badge").Text("stale"));

        // An axis label of two lines is drawn once, in the ink of the others: the page's own pictures have lines, too.
        Assert.Equal("none", (await Chromium.Ask("getComputedStyle(document.querySelector('.xtick tspan.line')).stroke")).GetString());
        Assert.Equal("absolute", (await Chromium.Ask("getComputedStyle(document.querySelector('.modebar')).position")).GetString());
        Assert.True((await Chromium.Picture()).Length > 15_000, "The picture holds next to nothing.");
    }

    [ChromiumFact]
    public async Task What_a_cell_shows_runs_its_scripts_and_reaches_neither_page_nor_server()
    {
        // The frame can tell its height and nothing else, so the verdict is told with it: 50 for out of reach, 300 for the contrary.
        NotebookFile.Write(Path.Combine(visit.Served.Folder, "framed.ipynb"), new Notebook([new NotebookCell(CellKind.Code, "1") { Id = "c1", Outputs = [OutputJson.Display(MimeBundle.Html(Prober, "prober"))] }]));
        await visit.Show("framed.ipynb");

        await Chromium.Until("['50px', '300px'].includes(document.querySelector('iframe.frame')?.style.height)");
        Assert.Equal("50px", (await Chromium.Ask("document.querySelector('iframe.frame').style.height")).GetString());
    }

    [ChromiumFact]
    public async Task Words_that_fit_are_offered_behind_a_dot()
    {
        await visit.Open("words.ipynb", "");
        await Write("c1", "\"abc\"");
        await Chromium.Press(".");

        await Chromium.Until("[...document.querySelectorAll('.CodeMirror-hint .word')].some(word => word.textContent === 'Length')");
    }

    [ChromiumFact]
    public async Task What_would_not_compile_is_underlined_while_it_is_typed()
    {
        await visit.Open("wrong.ipynb", "");
        await Write("c1", "int x = \"a\";");

        await Chromium.Until(Cell("c1", ".wrong").Exists);
        Assert.Contains("CS0029", (await Chromium.Ask("document.querySelector('[data-id=c1] .wrong').title")).GetString(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Saving_asks_before_it_replaces_what_another_program_wrote()
    {
        await visit.Open("saved.ipynb", "1");
        await Write("c1", "23");
        await Chromium.Press("Control+s");
        await Chromium.Until("document.getElementById('saved').textContent === 'saved'");
        visit.Served.Write("saved.ipynb", "theirs");
        await Write("c1", "4");
        await Chromium.Press("Control+s");
        await Chromium.Until("document.querySelector('dialog[open]') !== null");
        Assert.Equal("theirs", CodeIn("saved.ipynb"));
        await Chromium.Ask("[...document.querySelectorAll('dialog button')].find(button => button.textContent === 'Keep mine').click()");
        await Chromium.Until("document.getElementById('saved').textContent === 'saved'");

        Assert.Equal("1234", CodeIn("saved.ipynb"));
    }

    [ChromiumFact]
    public async Task Cells_are_added_moved_converted_deleted_and_brought_back_with_keys()
    {
        await visit.Open("cells.ipynb", "1", "2");
        await Focus("c1");
        await Chromium.Press("Escape");
        await Chromium.Press("Alt+Down");
        await Chromium.Until(Order("c2 c1"));
        await Chromium.Press("d");
        await Chromium.Press("d");
        await Chromium.Until(Order("c2"));
        await Chromium.Press("z");
        await Chromium.Until(Order("c2 c1"));
        await Chromium.Press("z");
        await Chromium.Until(Order("c1 c2"));
        await Chromium.Press("m");

        await Chromium.Until("document.querySelector('.cell.selected').dataset.kind === 'markdown'");
    }

    [ChromiumFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        await Chromium.Resize(390, 800);
        await visit.Open("phone.ipynb", "// " + new string('x', 300));

        Assert.Equal(390, (await Chromium.Ask("document.documentElement.scrollWidth")).GetInt32());
        await Chromium.Resize(1280, 1100);
    }

    const string Figure = """{"data":[{"type":"scatter","mode":"lines","x":["2024-03-04","2024-03-05","2024-03-06","2024-03-07"],"y":[10,12,9,14]}],"layout":{"title":{"text":"Equity"}}}""";

    const string Prober = """
        <script>
        (async () => {
          let reached = false;
          for (const probe of [() => parent.document.title, () => top.location.href, () => document.cookie.length, () => localStorage.length, () => { top.location = 'about:blank'; }])
            try { probe(); reached = true; } catch {}
          for (const path of ['/api/notebooks', 'http://127.0.0.1/'])
            try { await fetch(path); reached = true; } catch {}
          const bar = document.createElement('div');
          bar.style.cssText = 'height:' + (reached ? 300 : 50) + 'px';
          document.body.append(bar);
        })();
        </script>
        """;

    static (string Exists, Func<string, string> Text) Cell(string id, string part)
    {
        var element = $"document.querySelector('[data-id={id}]').querySelector('{part}')";
        return (element + " !== null", text => $"({element}?.textContent ?? '').includes('{text}')");
    }

    static string Order(string ids) => $"[...document.querySelectorAll('.cell')].map(cell => cell.dataset.id).join(' ') === '{ids}'";

    Task Focus(string cell) => Chromium.Ask($"document.querySelector('[data-id={cell}] .CodeMirror').CodeMirror.focus()");

    async Task Write(string cell, string text)
    {
        await Focus(cell);
        await Chromium.Ask($"document.querySelector('[data-id={cell}] .CodeMirror').CodeMirror.execCommand('goDocEnd')");
        foreach (var (at, line) in text.Split('\n').Index())
        {
            await (at > 0 ? Chromium.Press("Enter") : Task.CompletedTask);
            await Chromium.Type(line);
        }
    }

    string CodeIn(string name) => NotebookFile.Read(Path.Combine(visit.Served.Folder, name)).Cells[0].Source;
}
