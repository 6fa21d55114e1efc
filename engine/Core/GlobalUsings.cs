global using Workbench.Model;
