"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

const THEMES = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: Monitor },
] as const;

const never = () => () => {};

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  // The server does not know the theme: until the browser has taken over, show the neutral icon.
  const mounted = useSyncExternalStore(never, () => true, () => false);
  const current = (mounted && THEMES.find(({ value }) => value === theme)) || THEMES[2];
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="icon" aria-label={`Theme: ${current.label}`} title={`Theme: ${current.label}`}>
          <current.icon size={15} aria-hidden />
        </Button>
      }
    >
      {THEMES.map(({ value, label, icon: Icon }) => (
        <MenuItem key={value} onSelect={() => setTheme(value)}>
          <Icon size={14} aria-hidden /> {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
