import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";
import { classNames } from "./class-names";
import { DisabledReason } from "./disabled-reason";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "icon";

const BASE =
  "inline-flex items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50";
const VARIANT: Record<ButtonVariant, string> = {
  primary: "bg-text text-bg border-text hover:opacity-90",
  secondary: "bg-surface text-text border-line-strong hover:bg-sunken",
  quiet: "bg-transparent text-muted border-transparent hover:bg-sunken hover:text-text",
  danger: "bg-surface text-error border-line-strong hover:bg-error-soft",
};
const SIZE: Record<ButtonSize, string> = {
  small: "h-7 px-2 text-2",
  medium: "h-8 px-3 text-2",
  icon: "size-8 text-2",
};

/** Class names of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium", extra?: string): string {
  return classNames(BASE, VARIANT[variant], SIZE[size], extra);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Why it cannot be pressed: disables it and shows the sentence on hover and focus. */
  disabledReason?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** Buttons that decide something: the second click of a double click is no second decision. */
const ONCE: readonly (ButtonVariant | undefined)[] = ["primary", "danger"];

export function Button({ variant, size, disabledReason, className, disabled, ref, onClick, ...rest }: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (ONCE.includes(variant) && event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      ref={ref}
      disabled={disabled && !disabledReason}
      aria-disabled={disabledReason ? true : undefined}
      onClick={click}
      {...rest}
      {...(disabledReason ? { onClick: (event) => event.preventDefault(), type: "button" as const } : {})}
      className={buttonClass(variant, size, classNames(disabledReason && "opacity-50 cursor-not-allowed", className))}
    />
  );
  return disabledReason ? <DisabledReason reason={disabledReason}>{button}</DisabledReason> : button;
}
